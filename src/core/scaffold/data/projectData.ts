import type { ProfileName } from "../../config/schema";
import { isKeyword } from "../../python/keywords";

/** What a project's tasks run on. */
export const queues = ["dramatiq", "celery", "none"] as const;
export type Queue = (typeof queues)[number];

/** A project as templates are given it (docs/scaffolding.md). */
export interface ProjectData {
  /** Of the distribution: `order-desk`. */
  readonly name: string;
  /** For people: `Order Desk`. */
  readonly title: string;
  /** `order_desk`; in `layered` `app`. */
  readonly package: string;
  readonly profile: Exclude<ProfileName, "none">;
  readonly queue: Queue;
  readonly hasQueue: boolean;
  /** What starts a worker; empty without a queue. */
  readonly workerCommand: string;
  /** Whether every row is only marked as deleted; else those of modules that ask for it. */
  readonly softDeletes: boolean;
  readonly answer: AnswerForm;
}

/** Where tests find things in an answer. */
export interface AnswerForm {
  /** Behind the JSON of one thing: `["data"]`, or nothing. */
  readonly content: string;
  /** The key of a page's rows. */
  readonly items: string;
  /** Behind the JSON of a page: `["next_cursor"]`. */
  readonly nextCursor: string;
  /** Behind the JSON of an error: `["error"]`, or nothing. */
  readonly error: string;
}

const answerForms: Readonly<Record<ProjectData["profile"], AnswerForm>> = {
  modular: { content: "", items: "items", nextCursor: '["next_cursor"]', error: "" },
  layered: {
    content: '["data"]',
    items: "data",
    nextCursor: '["meta"]["next_cursor"]',
    error: '["error"]',
  },
};

/** Names that something else in the project's environment has. */
const takenPackages = new Set(
  (
    "alembic aiosqlite anyio asyncio asyncpg celery collections contextlib contextvars dataclasses datetime dramatiq email " +
    "fastapi functools http httpx itertools json jwt logging migrations mypy os pathlib pwdlib pydantic pydantic_core " +
    "pydantic_settings pytest re redis ruff secrets sqlalchemy starlette sys test tests time types typing uuid uvicorn"
  ).split(" "),
);
const longestName = 40;

/** What is wrong with a project's name, as a sentence; `undefined` where nothing is. */
export function projectNameProblem(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/i.test(name)) {
    return `“${name}” is no name of a project: use letters, digits and single dashes, a letter first.`;
  }
  const taken = packageOf(name);
  if (name.length > longestName)
    return `“${name}” is too long: ${longestName} characters are the most.`;
  if (isKeyword(taken)) return `“${name}” is a word of Python's own.`;
  if (takenPackages.has(taken)) return `“${name}” is the name of a package that the project needs.`;
  return undefined;
}

/** A project for templates. */
export function projectData(
  name: string,
  profile: ProjectData["profile"],
  queue: Queue,
): ProjectData {
  const own = packageOf(name);
  const words = own.split("_");
  const title = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
  const packageName = profile === "layered" ? "app" : own;
  return {
    name: own.replaceAll("_", "-"),
    title,
    package: packageName,
    profile,
    queue,
    hasQueue: queue !== "none",
    workerCommand: workerCommands[profile][queue].replace("PACKAGE", packageName),
    softDeletes: profile === "modular",
    answer: answerForms[profile],
  };
}

const workerCommands: Readonly<Record<ProjectData["profile"], Readonly<Record<Queue, string>>>> = {
  modular: {
    dramatiq: "dramatiq PACKAGE.worker",
    celery: "celery --app PACKAGE.worker worker",
    none: "",
  },
  layered: {
    dramatiq: "dramatiq app.workers.main",
    celery: "celery --app app.workers.celery_app worker",
    none: "",
  },
};

function packageOf(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}
