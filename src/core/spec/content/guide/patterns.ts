import type { Entity } from "../../derive/entities";
import type { Operation } from "../../derive/operations";
import type { SpecSubject } from "../../subject";
import { type ContentBlock, fence, paragraph, todo } from "../blocks";
import { docstringText } from "../escape";
import { parameterList } from "../shared/python";
import type { RepeatedWriter, Repetition, SectionWriter } from "../writer";
import { exampleOf, isKnown, uses } from "./known";

/** The patterns that stand once. */
export const patterns: Readonly<Record<string, SectionWriter>> = {
  "service-pattern": () => [
    paragraph("Routes call services; services hold the rules and the queries."),
  ],

  "service-structure": () => [
    paragraph("A service gets its session, knows nothing of HTTP, and raises errors of its own."),
    fence(
      "python",
      "from sqlalchemy.ext.asyncio import AsyncSession",
      "",
      "",
      "class Service:",
      '    """What every service has."""',
      "",
      "    def __init__(self, session: AsyncSession) -> None:",
      "        self.session = session",
    ),
  ],

  "error-handler": () => [
    fence(
      "python",
      "from fastapi import Request",
      "from fastapi.responses import JSONResponse",
      "",
      "from app.core.exceptions import AppError",
      "",
      "",
      "async def app_error_handler(request: Request, error: AppError) -> JSONResponse:",
      '    """Answers an error of the application in the one form that callers know."""',
      '    body = {"error_code": error.code, "message": str(error)}',
      "    return JSONResponse(body, status_code=error.status)",
    ),
  ],

  workers: ({ content: { dependencies } }) =>
    uses(dependencies, "queue")
      ? [
          paragraph(
            "What takes longer than a request may is a task; it is enqueued after the commit.",
          ),
        ]
      : undefined,
};

/** The patterns that are shown by a file of the user's own. */
export const filePatterns: Readonly<Record<string, RepeatedWriter>> = {
  "service-example": (subject) => {
    const example = exampleOf(subject);
    if (example === undefined) return [];
    const { entity, operations } = example;
    const name = `${entity.className}Service`;
    return [
      {
        values: { service: name },
        blocks: [
          fence(
            "python",
            `# app/services/${entity.snake}.py`,
            ...serviceLines(name, entity, operations),
          ),
        ],
      },
    ];
  },

  "injection-file": (subject) => [
    file(
      "app/api/deps.py",
      exampleOf(subject) && injectionLines(subject),
      "the dependencies that routes ask for",
    ),
  ],

  "router-file": (subject) => {
    const example = exampleOf(subject);
    return [
      file(
        `app/api/v1/${example?.entity.plural ?? "router"}.py`,
        example && routerLines(example.entity, example.operations),
        "a router that others can be modelled on",
      ),
    ];
  },

  "worker-file": ({ content: { dependencies }, slug }) =>
    uses(dependencies, "queue") ? [file("app/workers/celery_app.py", workerLines(slug), "")] : [],

  "error-file": (subject) => [
    file(
      "app/core/exceptions.py",
      isKnown(subject) ? errorLines(subject) : undefined,
      "the exception classes",
    ),
  ],

  "testing-file": (subject) => {
    const example = exampleOf(subject);
    return [
      file(
        `tests/test_${example?.entity.plural ?? "api"}.py`,
        example && testLines(example.operations),
        "the fixtures, and a test that others can be modelled on",
      ),
    ];
  },
};

function file(path: string, lines: readonly string[] | undefined, missing: string): Repetition {
  const blocks: ContentBlock[] = [lines === undefined ? todo(missing) : fence("python", ...lines)];
  return { values: { file: path }, blocks };
}

function serviceLines(name: string, entity: Entity, operations: readonly Operation[]): string[] {
  const { words } = entity;
  return [
    ...typeImports(entity, operations),
    "from app.services.base import Service",
    "",
    "",
    `class ${name}(Service):`,
    `    """What can be done with ${words} records."""`,
    ...operations.flatMap((operation) => [
      "",
      `    async def ${operation.method}(self, ${parameterList(operation)}) -> ${operation.returns ?? "object"}:`,
      `        """${docstringText(`${operation.title}.`)}"""`,
      "        # TODO: the queries, and each error that the specification names",
      "        raise NotImplementedError",
    ]),
  ];
}

function asksFor(type: string, operations: readonly Operation[]): boolean {
  return operations.some(({ parameters }) => parameters.some((one) => one.type === type));
}

/** The parameters of a route: a page comes by the query. */
function routeParameters(operation: Operation): string {
  return parameterList(operation).replace("PageRequest", "Annotated[PageRequest, Query()]");
}

/** The imports of a service's types. */
function typeImports(entity: Entity, operations: readonly Operation[]): string[] {
  const id = asksFor("UUID", operations) ? ["from uuid import UUID", ""] : [];
  return [...id, ...schemaImports(entity, operations)];
}

/** The imports of what operations take and return. */
function schemaImports({ className, snake }: Entity, operations: readonly Operation[]): string[] {
  const types = operations.flatMap(({ parameters, returns }) => [
    ...parameters.map(({ type }) => type ?? ""),
    returns ?? "",
  ]);
  const names = [className, `${className}Create`, `${className}Update`].filter((name) =>
    types.some((type) => type === name || type === `Page[${name}]`),
  );
  return [
    ...(types.includes("PageRequest") ? ["from app.schemas.page import Page, PageRequest"] : []),
    ...(names.length > 0 ? [`from app.schemas.${snake} import ${names.join(", ")}`] : []),
  ];
}

function injectionLines(subject: SpecSubject): string[] {
  const { className, snake } = exampleOf(subject)?.entity ?? { className: "", snake: "" };
  return [
    "from collections.abc import AsyncIterator",
    "from typing import Annotated",
    "",
    "from fastapi import Depends",
    "from sqlalchemy.ext.asyncio import AsyncSession",
    "",
    "from app.core.database import session_factory",
    `from app.services.${snake} import ${className}Service`,
    "",
    "",
    "async def get_session() -> AsyncIterator[AsyncSession]:",
    '    """A session for one request, closed whatever happens."""',
    "    async with session_factory() as session:",
    "        yield session",
    "",
    "",
    "SessionDep = Annotated[AsyncSession, Depends(get_session)]",
    "",
    "",
    `def get_${snake}_service(session: SessionDep) -> ${className}Service:`,
    '    """The service over the session of the request."""',
    `    return ${className}Service(session)`,
    "",
    "",
    `${className}ServiceDep = Annotated[${className}Service, Depends(get_${snake}_service)]`,
  ];
}

function routerLines(entity: Entity, operations: readonly Operation[]): string[] {
  const { className, plural } = entity;
  const lists = operations.some(({ kind }) => kind === "list");
  const asksForId = asksFor("UUID", operations);
  const prefix = `/${plural.replaceAll("_", "-")}`;
  return [
    ...(lists ? ["from typing import Annotated"] : []),
    ...(asksForId ? ["from uuid import UUID"] : []),
    ...(lists || asksForId ? [""] : []),
    `from fastapi import APIRouter${lists ? ", Query" : ""}`,
    "",
    `from app.api.deps import ${className}ServiceDep`,
    ...schemaImports(entity, operations),
    "",
    `router = APIRouter(prefix=${JSON.stringify(prefix)}, tags=[${JSON.stringify(plural)}])`,
    ...operations.flatMap((operation) => {
      const { method, http, parameters, returns } = operation;
      const path = JSON.stringify(http.path.slice(prefix.length));
      const given = parameters.map(({ name }) => name).join(", ");
      return [
        "",
        "",
        `@router.${http.method.toLowerCase()}(${path}, status_code=${http.status})`,
        `async def ${method}(service: ${className}ServiceDep, ${routeParameters(operation)}) -> ${returns ?? "object"}:`,
        `    """${docstringText(`${operation.title}.`)}"""`,
        returns === "None"
          ? `    await service.${method}(${given})`
          : `    return await service.${method}(${given})`,
      ];
    }),
  ];
}

function workerLines(slug: string): string[] {
  return [
    "from celery import Celery",
    "",
    "from app.core.config import get_settings",
    "",
    `celery_app = Celery(${JSON.stringify(slug)}, broker=get_settings().queue_url)`,
    "celery_app.conf.update(",
    '    task_serializer="json",',
    "    task_acks_late=True,",
    "    task_time_limit=300,  # proposed",
    "    task_soft_time_limit=270,  # proposed",
    ")",
    'celery_app.autodiscover_tasks(["app.workers"])',
  ];
}

function errorLines({ content: { errors } }: SpecSubject): string[] {
  return [
    "class AppError(Exception):",
    '    """An error that a caller is told about."""',
    "",
    "    status = 500",
    '    code = "INTERNAL_ERROR"',
    ...errors
      .filter(({ status }) => status !== undefined)
      .flatMap(({ name, status, code, when }) => [
        "",
        "",
        `class ${name}(AppError):`,
        `    """Raised if ${docstringText(when)}."""`,
        "",
        `    status = ${status}`,
        `    code = ${JSON.stringify(code)}`,
      ]),
  ];
}

function testLines(operations: readonly Operation[]): string[] {
  return [
    "from httpx import AsyncClient",
    ...operations
      .slice(0, 2)
      .flatMap(({ method, http, raises }) => [
        "",
        "",
        `async def test_${method}(client: AsyncClient) -> None:`,
        `    """${docstringText(`${http.method} ${http.path} answers ${http.status}.`)}"""`,
        `    # TODO: the request, and a test for each of ${raises.map(({ name }) => name).join(", ") || "its errors"}`,
      ]),
  ];
}
