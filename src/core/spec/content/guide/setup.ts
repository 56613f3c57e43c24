import type { Dependency } from "../../derive/dependencies";
import { asSentence } from "../../purpose";
import type { SpecSubject } from "../../subject";
import { fence, paragraph, todo } from "../blocks";
import { tableOf } from "../shared/parts";
import type { RepeatedWriter, SectionWriter } from "../writer";
import { isKnown, uses } from "./known";

/** How the backend is set up, configured and built step by step. */
export const setup: Readonly<Record<string, SectionWriter>> = {
  overview: (subject) => [
    paragraph(
      `${asSentence(subject)} This guide says how its backend is laid out, and which pattern new code follows.`,
    ),
    todo("which specifications it implements"),
  ],

  "quick-start": ({ content: { dependencies } }) => [
    fence(
      "bash",
      "uv sync",
      "cp .env.example .env",
      ...(uses(dependencies, "postgresql") ? ["uv run alembic upgrade head"] : []),
      "uv run fastapi dev",
      ...(uses(dependencies, "queue")
        ? ["# in a second terminal", "uv run celery --app app.workers.celery_app worker"]
        : []),
    ),
  ],

  packages: (subject) =>
    isKnown(subject)
      ? [
          fence(
            "toml",
            "[project]",
            `name = ${JSON.stringify(subject.slug)}`,
            "dependencies = [",
            ...packagesOf(subject.content.dependencies).map((one) => `    ${JSON.stringify(one)},`),
            "]",
            "",
            "[dependency-groups]",
            'dev = ["pytest", "pytest-asyncio", "httpx", "ruff", "mypy"]',
          ),
        ]
      : undefined,

  tasks: (subject, section) =>
    tableOf(
      section,
      tasksOf(subject).map((description, index) => [
        `BE-${String(index + 1).padStart(3, "0")}`,
        description,
        { proposed: "P0" },
        { todo: "hours" },
      ]),
    ),
};

export const configuration: Readonly<Record<string, RepeatedWriter>> = {
  "configuration-file": (subject) => [
    {
      values: { file: "app/core/config.py" },
      blocks: isKnown(subject)
        ? [fence("python", ...settingsLines(subject.content.dependencies))]
        : [todo("the settings class, and where its values come from")],
    },
  ],
};

function packagesOf(dependencies: readonly Dependency[]): string[] {
  return [
    "fastapi[standard]",
    "pydantic-settings",
    ...(uses(dependencies, "postgresql") ? ["sqlalchemy[asyncio]", "alembic", "asyncpg"] : []),
    ...(uses(dependencies, "redis") ? ["redis"] : []),
    ...(uses(dependencies, "queue") ? ["celery[redis]"] : []),
    ...(uses(dependencies, "external-api") || uses(dependencies, "service") ? ["httpx"] : []),
    ...(uses(dependencies, "object-storage") ? ["boto3"] : []),
  ];
}

function settingsLines(dependencies: readonly Dependency[]): string[] {
  const fields = dependencies.map(({ id, kind }) =>
    kind === "object-storage" ? `    ${id}_bucket: str` : `    ${settingOf(id, kind)}: str`,
  );
  return [
    "from functools import lru_cache",
    "",
    "from pydantic_settings import BaseSettings, SettingsConfigDict",
    "",
    "",
    "class Settings(BaseSettings):",
    '    """What differs from one environment to the next."""',
    "",
    '    model_config = SettingsConfigDict(env_file=".env", extra="ignore")',
    "",
    ...fields,
    "    max_page_size: int = 100  # proposed",
    "",
    "",
    "@lru_cache",
    "def get_settings() -> Settings:",
    '    """The settings, read once."""',
    "    return Settings()",
  ];
}

/** The setting with the address of a dependency; the queue's has one name whatever the queue is called. */
function settingOf(id: string, kind: Dependency["kind"]): string {
  return kind === "queue" ? "queue_url" : `${id}_url`;
}

function tasksOf(subject: SpecSubject): string[] {
  const { dependencies, entities, operations, rules } = subject.content;
  if (!isKnown(subject)) return [];
  return [
    "Project structure, settings and error handling",
    ...dependencies.map(({ name }) => `Connect ${name}, with its timeout and its health check`),
    ...entities.map(({ className }) => `Model, migration and schemas of ${className}`),
    ...operations.map(({ method, title }) => `${method}: ${title}`),
    ...rules.map(({ text }) => `Rule: ${text}`),
    "Authentication of callers",
    "Metrics, logs and traces",
  ];
}
