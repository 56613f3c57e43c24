import { expect, test } from "vitest";
import type { CodeBase } from "../project/codeBase";
import { codeBaseOf, dedented } from "../testing/testCodeBase";
import { detection } from "./detection";
import { detectionReport } from "./report";
import { layeredShop, mainOf, modularShop, onlyBackend, shopBase, subject } from "./testing";

const shop = async (more: Readonly<Record<string, string>> = {}): Promise<CodeBase> =>
  codeBaseOf({ ...modularShop, ...more });

test("the session dependency is the one that endpoints ask for, with its alias and its engine", async () => {
  const code = await shop({
    "shop/deps.py": `
      from typing import Annotated
      from fastapi import Depends
      from sqlalchemy.ext.asyncio import AsyncSession
      from shop.db import get_db
      Db = Annotated[AsyncSession, Depends(get_db)]
      `,
  });
  const { dependency, alias, engine, style } = detection.session(onlyBackend(code), code);
  expect(dependency).toEqual({
    value: "shop.db.get_db",
    reasons: ["it gives AsyncSession and is asked for 2 times, in shop/db.py"],
  });
  expect(alias.value).toBe("shop.deps.Db");
  expect(engine.reasons).toEqual([
    "shop/db.py:5 calls create_async_engine",
    "shop/db.py:6 calls async_sessionmaker",
  ]);
  expect(style.value).toBe("async");
});

test("the declarative base and the mixin are those of most tables", async () => {
  const code = await shop();
  const { base, mixin } = detection.tableBases(onlyBackend(code), code);
  expect(base).toEqual({
    value: "shop.db.Base",
    reasons: ["it is a base of 2 of 2 table classes"],
  });
  expect(mixin.value).toBe("shop.db.RowMixin");
});

test("the base that a function made is named by its variable", async () => {
  const code = await codeBaseOf({
    "shop/__init__.py": "",
    "shop/main.py": "from fastapi import FastAPI\napp = FastAPI()",
    "shop/models.py": `
      from sqlalchemy import Column, Integer
      from sqlalchemy.orm import declarative_base
      Model = declarative_base()
      class Book(Model):
          __tablename__ = "books"
          id = Column(Integer, primary_key=True)
      `,
  });
  expect(detection.tableBases(onlyBackend(code), code).base.value).toBe("shop.models.Model");
});

test("the soft-delete column is told by its name, its type and what filters by it", async () => {
  const code = await shop();
  expect(detection.softDelete(onlyBackend(code), code)).toEqual({
    value: "is_deleted",
    reasons: ["it is a column of 2 of 2 tables", "2 queries filter by it"],
  });
});

test("a column that is named so but is no truth or time marks nothing", async () => {
  const code = await codeBaseOf({
    "shop/__init__.py": "",
    "shop/main.py": "from fastapi import FastAPI\napp = FastAPI()",
    "shop/models.py": `
      from sqlalchemy import Column, Integer
      from sqlalchemy.orm import declarative_base
      Base = declarative_base()
      class Report(Base):
          __tablename__ = "reports"
          id = Column(Integer, primary_key=True)
          removed = Column(Integer)
      `,
  });
  expect(detection.softDelete(onlyBackend(code), code).value).toBeUndefined();
});

test("schemas have a base and suffixes in common", async () => {
  const code = await shop();
  const { base, suffixes } = detection.schemaStyle(onlyBackend(code), code);
  expect(base).toEqual({
    value: "pydantic.BaseModel",
    reasons: ["it is the only base of 4 of 4 schemas"],
  });
  expect(suffixes.value).toEqual(["Create", "Read"]);
});

test("a base of the project's own wins where half of the schemas have it", async () => {
  const code = await codeBaseOf({
    "shop/__init__.py": "",
    "shop/main.py": "from fastapi import FastAPI\napp = FastAPI()",
    "shop/schemas.py": `
      from pydantic import BaseModel
      class Schema(BaseModel): ...
      class A(Schema): ...
      class B(Schema): ...
      class C(BaseModel): ...
      `,
  });
  const { base } = detection.schemaStyle(onlyBackend(code), code);
  expect(base.value).toBe("shop.schemas.Schema");
});

const baseOf = async (schemas: string, main = ""): Promise<string | undefined> => {
  const code = await codeBaseOf({
    "shop/__init__.py": "",
    "shop/main.py": dedented(`
      from fastapi import FastAPI
      from shop.schemas import *
      app = FastAPI()
      `).concat(main),
    "shop/schemas.py": schemas,
  });
  return detection.schemaStyle(onlyBackend(code), code).base.value;
};

test("a class with fields is no base of all schemas", async () => {
  const schemas = `
    from pydantic import BaseModel
    class User(BaseModel):
        name: str
    class UserCreate(User): ...
    class UserRead(User): ...
    class Token(BaseModel):
        text: str
    `;
  expect(await baseOf(schemas)).toBeUndefined();
});

test("the base of most schemas that are built from objects is the base", async () => {
  const schemas = `
    from pydantic import BaseModel, ConfigDict
    class Schema(BaseModel):
        model_config = ConfigDict(from_attributes=True)
    class A(Schema): ...
    class B(Schema): ...
    class C(BaseModel): ...
    class D(BaseModel): ...
    class E(BaseModel): ...
    `;
  expect(await baseOf(schemas)).toBe("shop.schemas.Schema");
});

test("the base of a client's models, which no endpoint takes or gives, is not the one", async () => {
  const schemas = `
    from pydantic import BaseModel
    class ClientModel(BaseModel): ...
    class A(ClientModel): ...
    class B(ClientModel): ...
    class C(BaseModel): ...
    `;
  const route = `\n@app.get("/c")\ndef c() -> C: ...\n`;
  expect(await baseOf(schemas, route)).toBeUndefined();
});

test("what a tool wrote says nothing of the base", async () => {
  const schemas = `
    # Generated by datamodel-codegen.
    from pydantic import BaseModel
    class Base(BaseModel): ...
    class A(Base): ...
    `;
  expect(await baseOf(schemas)).toBeUndefined();
});

test("settings come from a function or a variable", async () => {
  const code = await shop({
    "shop/settings.py": `
      from functools import lru_cache
      from pydantic_settings import BaseSettings
      class Settings(BaseSettings):
          url: str
      @lru_cache
      def get_settings() -> Settings:
          return Settings()
      settings = get_settings()
      `,
  });
  const { class: of, function: getter, instance } = detection.settings(onlyBackend(code), code);
  expect([of.value, getter.value, instance.value]).toEqual([
    "shop.settings.Settings",
    "shop.settings.get_settings",
    "shop.settings.settings",
  ]);
});

test("the queue is the one of most tasks; background tasks are none", async () => {
  const celery = await shop({
    "shop/tasks.py": "from celery import shared_task\n@shared_task\ndef send(): ...",
  });
  const found = detection.tasks(onlyBackend(celery), celery);
  expect([found.queue.value, found.location.value]).toEqual(["celery", "shop/tasks.py"]);
  const code = await shop({
    "shop/extra.py": `
      from fastapi import BackgroundTasks
      def send(): ...
      def later(tasks: BackgroundTasks):
          tasks.add_task(send)
      `,
  });
  expect(detection.tasks(onlyBackend(code), code).queue).toEqual({
    value: undefined,
    reasons: ["only 1 of background"],
  });
});

test("errors are told by constants, or by exception classes that a handler answers", async () => {
  const code = await shop();
  expect(detection.errors(onlyBackend(code), code).value).toBe("constants");
  const own = await codeBaseOf({
    ...layeredShop,
    "shop/errors.py": "class Missing(Exception): ...\nclass NoBook(Missing): ...",
    "shop/services/books.py": `
      from shop.errors import NoBook
      class Books:
          def __init__(self, session): ...
          async def list(self):
              if self:
                  raise NoBook
              raise NoBook("gone")
      `,
    "shop/main.py": `
      from fastapi import FastAPI
      from shop.api.books import router
      from shop.errors import Missing
      app = FastAPI()
      app.include_router(router)
      @app.exception_handler(Missing)
      def missing(request, error): ...
      `,
  });
  const style = detection.errors(onlyBackend(own), own);
  expect(style.value).toBe("exception-classes");
  expect(style.reasons[0]).toContain("2 errors of its own exception classes");
});

test("tests have a folder and fixtures", async () => {
  const code = await shop({
    "tests/conftest.py": "import pytest\n@pytest.fixture\ndef client(): ...\ndef helper(): ...",
    "tests/api/test_books.py": "def test_books(client): ...",
  });
  const { folder, fixtures } = detection.tests(onlyBackend(code), code);
  expect(folder).toEqual({
    value: "tests",
    reasons: ["it holds 2 of 2 test files, 1 named as tests", "1 fixture in 1 conftest.py file"],
  });
  expect(fixtures).toEqual([{ name: "client", path: "tests/conftest.py" }]);
});

test("tools and versions are read from the nearest files that say something", async () => {
  const code = await shop();
  code.setVersions("uv.lock", '[[package]]\nname = "fastapi"\nversion = "0.115.2"\n');
  code.setVersions("pyproject.toml", "[tool.ruff]\nline-length = 99\n");
  const backend = onlyBackend(code);
  expect(detection.tools(backend, code)).toEqual({
    packageManager: { value: "uv", reasons: ["there is uv.lock"] },
    lineLength: { value: 99, reasons: ["line-length of [tool.ruff] in pyproject.toml"] },
  });
  expect(detection.versions(backend, code).map(({ reason }) => reason)).toEqual([
    "fastapi 0.115.2 is locked in uv.lock",
  ]);
});

test("the report is plain data", async () => {
  const code = await codeBaseOf({
    ...shopBase,
    ...subject("book", (layer) => `shop.books.${layer}`),
    ...mainOf(["shop.books.router"]),
  });
  const [report] = detectionReport(code);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report?.answers.profile?.value).toBe("modular");
  expect(report?.layers.router).toEqual({
    files: 1,
    reason: "shop/books/router.py holds 1 endpoint",
  });
});
