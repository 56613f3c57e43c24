import { beforeAll, describe, expect, test } from "vitest";
import { callsIn } from "../../behaviour/requestFlow";
import { codeBaseOf } from "../../testing/testCodeBase";
import type { CodeFacts } from "./facts";
import { readFacts } from "./readFacts";
import { shop } from "./shop";

async function factsOf(
  path: string,
  files: Readonly<Record<string, string>> = shop,
): Promise<CodeFacts> {
  const facts = readFacts(path, await codeBaseOf(files));
  if ("problem" in facts) throw new Error(facts.problem);
  return facts;
}

async function problemOf(path: string): Promise<string> {
  const facts = readFacts(path, await codeBaseOf(shop));
  if (!("problem" in facts)) throw new Error("there are facts");
  return facts.problem;
}

describe("a module's facts", () => {
  let facts: CodeFacts;
  beforeAll(async () => {
    facts = await factsOf("app/orders");
  });

  test("are named after its service", () => {
    expect(facts).toMatchObject({
      name: "OrderService",
      purpose: "Leads orders.",
      path: "app/orders",
    });
  });

  test("hold its tables, schemas and enumerations", () => {
    expect(facts.models.map(({ name, table }) => [name, table])).toEqual([
      ["Order", "orders"],
      ["OrderRead", undefined],
    ]);
    expect(facts.models[0]?.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "id: int",
      "status: Status",
    ]);
    expect(facts.enums[0]?.members).toEqual([
      { name: "OPEN", value: '"open"' },
      { name: "PAID", value: '"paid"' },
      { name: "SENT", value: '"sent"' },
    ]);
  });

  test("hold each public method with what it and its callees raise", () => {
    const [service] = facts.services;
    expect(service?.methods.map(({ signature }) => signature)).toEqual([
      "async def pay(self, order_id: int, *, force: bool = False) -> Order",
      "async def send(self, order_id: int) -> Order",
      "async def reset(self, order: Order)",
    ]);
    expect(
      service?.methods[0]?.raises.map(({ name, status, detail }) => [name, status, detail]),
    ).toEqual([
      ["NotOpenError", 409, "Only an open order is paid"],
      ["HTTPException", 404, "No such order"],
    ]);
    // What is caught on the way is none of its errors.
    expect(service?.methods[2]?.raises).toEqual([]);
  });

  test("hold endpoints with the calls down to the database", () => {
    const [pay] = facts.endpoints;
    expect(pay).toMatchObject({
      method: "POST",
      route: "/orders/{order_id}/pay",
      status: 202,
      response: "OrderRead",
    });
    expect(
      callsIn(pay?.flow.steps ?? []).map(({ from, to, text }) => `${from} > ${to}: ${text}`),
    ).toEqual([
      "Router > OrderService: pay()",
      "OrderService > OrderRepository: get()",
      "OrderRepository > Database: get()",
      "OrderService > Database: commit()",
    ]);
  });

  test("hold what it needs, and the settings that it reads", () => {
    expect(facts.dependencies.map(({ name, type }) => [name, type])).toEqual([
      ["Database", "Database"],
      ["StockService", "Internal service"],
    ]);
    expect(facts.settings.map(({ environment, default: value }) => [environment, value])).toEqual([
      ["LIMIT", "5"],
    ]);
  });

  test("hold the states with the guards around each assignment", () => {
    const [state] = facts.states;
    expect(state).toMatchObject({
      enum: "Status",
      field: "status",
      members: ["OPEN", "PAID", "SENT"],
    });
    expect(state?.initial.map(({ to }) => to)).toEqual(["OPEN"]);
    expect(state?.transitions.map(({ from, to, by }) => [from, to, by])).toEqual([
      [["OPEN"], "PAID", "pay"],
      [["PAID"], "SENT", "send"],
      [undefined, "OPEN", "reset"],
    ]);
  });

  test("hold what it logs and its tests", () => {
    expect(facts.logs.map(({ level, event, fields }) => [level, event, fields])).toEqual([
      ["info", '"order paid"', ["order_id"]],
    ]);
    expect(facts.tests.map(({ name, path, line }) => [name, path, line])).toEqual([
      ["test_pay", "tests/test_orders.py", 1],
    ]);
  });
});

test("a class of a file is told apart from the others", async () => {
  const facts = await factsOf("app/stock.py:StockService");
  expect(facts.services.map(({ name }) => name)).toEqual(["StockService"]);
});

test("tests of a module with a longer name are not those of this one", async () => {
  const service = "class TagService:\n    def get(self) -> int: return 1\n";
  const facts = await factsOf("app/tag", {
    "app/tag/service.py": service,
    "app/tag_type/service.py": service,
    "tests/test_tag_service.py": "def test_a(): ...\n",
    "tests/tag/test_merge.py": "def test_b(): ...\n",
    "tests/test_tag_type_service.py": "def test_c(): ...\n",
  });
  expect(facts.tests.map(({ name }) => name).sort()).toEqual(["test_a", "test_b"]);
});

test("an error that a class method makes, with the message that it is given", async () => {
  const facts = await factsOf("app/tag", {
    "app/tag/service.py": `
      from pydantic import ValidationError
      from app.errors import NotFoundError
      class TagService:
          def get(self) -> int:
              raise ValidationError.from_exception_data("Tag", [])
          def find(self) -> int:
              raise NotFoundError(msg="No such tag")
    `,
    "app/errors.py": "class NotFoundError(Exception): ...\n",
  });
  const raised = facts.services[0]?.methods.map(({ raises }) =>
    raises.map(({ name, detail }) => [name, detail]),
  );
  expect(raised).toEqual([[["ValidationError", undefined]], [["NotFoundError", "No such tag"]]]);
});

test("a service has what it inherits from the project, unless it has its own", async () => {
  const facts = await factsOf("app/parts", {
    "app/base.py": `
      class CrudService:
          async def read(self, key: int) -> str:
              """Read one."""
              raise LookupError("none")
          async def drop(self, key: int) -> None:
              """Drop one."""
          def _check(self) -> None:
              """As BR-002 has it."""
          async def find(self, key: int) -> str:
              raise NotImplementedError
          async def first(self) -> str:
              """The first one."""
              return await self.find(1)
    `,
    "app/parts/service.py": `
      from app.base import CrudService
      class PartService(CrudService):
          async def drop(self, key: int) -> None:
              """Drop a part, as BR-001 has it."""
    `,
  });
  const methods = facts.services.flatMap((one) => one.methods);
  expect(methods.map(({ name, summary, path }) => [name, summary, path])).toEqual([
    ["drop", "Drop a part, as BR-001 has it.", "app/parts/service.py"],
    ["read", "Read one.", "app/base.py"],
    ["find", "", "app/base.py"],
    ["first", "The first one.", "app/base.py"],
  ]);
  expect(methods.map(({ raises }) => raises.map(({ name }) => name))).toEqual([
    [],
    ["LookupError"],
    ["NotImplementedError"],
    [],
  ]);
  expect(facts.rules.map(({ id, by }) => [id, by])).toEqual([["BR-001", "drop"]]);
});

describe("a problem", () => {
  test.each([
    ["app/nothing", "There is no Python file below “app/nothing”."],
    ["app/nothing.py", "There is no file “app/nothing.py”"],
    ["app/stock.py:Nobody", "There is no class “Nobody” in app/stock.py."],
    ["app/empty.py", "There is no service, endpoint, task or model in “app/empty.py”."],
  ])("is %j", async (path, message) => {
    expect(await problemOf(path)).toContain(message);
  });
});

test("a method that a decorator of the project's own wraps is a method, and so is what a request runs", async () => {
  const facts = await factsOf("app/notes", {
    "app/main.py": `
      from fastapi import FastAPI
      from app.notes.router import router
      app = FastAPI()
      app.include_router(router)
    `,
    "app/notes/router.py": `
      from fastapi import APIRouter, Depends
      from app.notes.service import NoteService
      router = APIRouter()
      @router.post("/notes")
      async def add(service: NoteService = Depends()) -> None:
          await service.add("x")
    `,
    "app/notes/service.py": `
      from functools import wraps
      from sqlalchemy.ext.asyncio import AsyncSession
      def logged(func):
          @wraps(func)
          async def wrapper(*args, **kwargs):
              return await func(*args, **kwargs)
          return wrapper
      class NoteService:
          def __init__(self, session: AsyncSession) -> None:
              self.session = session
          @logged
          async def add(self, text: str) -> None:
              """Add a note."""
              if not text:
                  raise ValueError("A note says something")
              await self.session.execute(text)
    `,
  });
  const [service] = facts.services;
  expect(service?.methods.map(({ name }) => name)).toEqual(["add"]);
  expect(service?.methods[0]?.raises).not.toEqual([]);
  const [endpoint] = facts.endpoints;
  expect(JSON.stringify(endpoint)).toContain('"add()"');
  expect(JSON.stringify(endpoint)).not.toContain("wrapper()");
});

test("what a sequence draws as raised has a row: dependencies, too, and nothing that is caught on the way", async () => {
  const facts = await factsOf("app/notes", {
    "app/main.py": `
      from fastapi import FastAPI
      from app.notes.router import router
      app = FastAPI()
      app.include_router(router)
    `,
    "app/notes/router.py": `
      from fastapi import APIRouter, Depends, HTTPException
      from app.notes.service import NoteService, NoNoteError
      router = APIRouter()
      async def user(token: str = ""):
          if not token:
              raise HTTPException(401, "Who are you")
      @router.get("/notes", dependencies=[Depends(user)])
      async def read(service: NoteService = Depends()) -> None:
          try:
              service.read(1)
          except NoNoteError:
              return None
          service.drop(1)
    `,
    "app/notes/service.py": `
      class NoNoteError(Exception): ...
      class LockedError(Exception): ...
      class NoteService:
          def read(self, key: int) -> None:
              raise NoNoteError("No such note")
          def drop(self, key: int) -> None:
              raise LockedError("Locked")
    `,
  });
  const [read] = facts.endpoints;
  const drawn = [...JSON.stringify(read?.flow).matchAll(/"raises (\w+)/g)].map(([, name]) => name);
  expect(drawn).toEqual(["HTTPException", "LockedError"]);
  expect(read?.raises.map(({ name }) => name)).toEqual(["HTTPException", "LockedError"]);
});

test("what a service's base sets when it is made is there beside what the service sets", async () => {
  const facts = await factsOf("app/parts", {
    "app/base.py": `
      import logging
      from app.settings import settings
      class BaseService:
          def __init__(self) -> None:
              self.settings = settings
              self.logger = logging.getLogger("x")
    `,
    "app/settings.py": shop["app/settings.py"] ?? "",
    "app/parts/service.py": `
      from app.base import BaseService
      from elsewhere import other_log
      class PartService(BaseService):
          def __init__(self, key: int) -> None:
              self.key = key
              super().__init__()
          async def read(self) -> int:
              """Read one."""
              self.logger.warning("part read")
              other_log.info("part told")
              return self.settings.limit
    `,
  });
  expect(facts.logs.map(({ level, event }) => [level, event])).toEqual([
    ["warning", '"part read"'],
    ["info", '"part told"'],
  ]);
  expect(facts.settings.map(({ environment }) => environment)).toEqual(["LIMIT"]);
});

test("the status that an exception's __init__ sets, and what an object that is depended on raises", async () => {
  const facts = await factsOf("app/notes", {
    "app/errors.py": `
      from fastapi import HTTPException, status
      class AppError(Exception):
          def __init__(self, message: str, status_code: int) -> None:
              self.message = message
              self.status_code = status_code
      class LostError(AppError):
          def __init__(self, message: str, status_code: int | None = None) -> None:
              super().__init__(message, status_code or status.HTTP_404_NOT_FOUND)
      class TokenError(HTTPException):
          code = 401
          def __init__(self, message: str = "Nobody") -> None:
              super().__init__(status_code=self.code, detail=message)
    `,
    "app/main.py": `
      from fastapi import FastAPI, Request
      from fastapi.responses import JSONResponse
      from app.errors import AppError
      from app.notes.router import router
      app = FastAPI()
      app.include_router(router)
      @app.exception_handler(AppError)
      async def answer(request: Request, error: AppError) -> JSONResponse:
          return JSONResponse({}, status_code=error.status_code)
    `,
    "app/notes/router.py": `
      from fastapi import APIRouter, Depends
      from app.errors import LostError, TokenError
      router = APIRouter()
      class Known:
          async def __call__(self, token: str = "") -> str:
              if not token:
                  raise TokenError("Who are you")
              if token == "x":
                  raise TokenError
              return token
      @router.get("/notes")
      async def read(key: int, user: str = Depends(Known())) -> None:
          if key:
              raise LostError("Lost")
          raise LostError("Taken", 410)
    `,
  });
  const [read] = facts.endpoints;
  expect(read?.raises.map(({ name, status, detail }) => [name, status, detail])).toEqual([
    ["TokenError", 401, "Who are you"],
    ["TokenError", 401, undefined],
    ["LostError", 404, "Lost"],
    ["LostError", 410, "Taken"],
  ]);
  expect(JSON.stringify(read?.flow)).toContain("raises TokenError 401 (Who are you)");
});
