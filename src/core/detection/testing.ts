import type { CodeBase } from "../project/codeBase";
import { type Backend, backendsOf } from "./backends";

/** The only backend of a project. */
export function onlyBackend(code: CodeBase): Backend {
  const [backend, ...others] = backendsOf(code);
  if (backend === undefined || others.length > 0) throw new Error("not one backend");
  return backend;
}

/** The session, declarative base and tables of a small shop, in one package. */
export const shopBase: Readonly<Record<string, string>> = {
  "shop/__init__.py": "",
  "shop/db.py": `
    from sqlalchemy import Boolean
    from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    engine = create_async_engine("sqlite+aiosqlite://")
    factory = async_sessionmaker(engine)

    class Base(DeclarativeBase):
        pass

    class RowMixin:
        id: Mapped[int] = mapped_column(primary_key=True)
        is_deleted: Mapped[bool] = mapped_column(Boolean, default=False)

    async def get_db():
        async with factory() as session:
            yield session
    `,
};

/** The five layers of one subject, each as a text; they import each other from the given modules. */
export function subject(
  name: string,
  at: (layer: "models" | "schemas" | "repository" | "service" | "router") => string,
): Readonly<Record<string, string>> {
  const path = (module: string): string => `${module.replaceAll(".", "/")}.py`;
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    [path(at("models"))]: `
      from sqlalchemy.orm import Mapped
      from shop.db import Base, RowMixin

      class ${Name}(Base, RowMixin):
          __tablename__ = "${name}s"
          title: Mapped[str]
      `,
    [path(at("schemas"))]: `
      from pydantic import BaseModel

      class ${Name}Create(BaseModel):
          title: str

      class ${Name}Read(BaseModel):
          id: int
      `,
    [path(at("repository"))]: `
      from sqlalchemy import select
      from sqlalchemy.ext.asyncio import AsyncSession
      from ${at("models")} import ${Name}

      class ${Name}Store:
          def __init__(self, session: AsyncSession) -> None:
              self.session = session

          async def all(self):
              return await self.session.scalars(
                  select(${Name}).where(${Name}.is_deleted.is_(False))
              )
      `,
    [path(at("service"))]: `
      from fastapi import HTTPException
      from sqlalchemy.ext.asyncio import AsyncSession
      from ${at("repository")} import ${Name}Store

      ERROR_NONE = "none"

      class ${Name}s:
          def __init__(self, session: AsyncSession) -> None:
              self.store = ${Name}Store(session)

          async def list(self):
              found = await self.store.all()
              if not found:
                  raise HTTPException(status_code=404, detail=ERROR_NONE)
              return found
      `,
    [path(at("router"))]: `
      from fastapi import APIRouter, Depends
      from sqlalchemy.ext.asyncio import AsyncSession
      from shop.db import get_db
      from ${at("schemas")} import ${Name}Read
      from ${at("service")} import ${Name}s

      router = APIRouter(prefix="/${name}s")

      @router.get("")
      async def all_${name}s(session: AsyncSession = Depends(get_db)) -> list[${Name}Read]:
          return await ${Name}s(session).list()
      `,
  };
}

/** A main module that serves routers of the given modules. */
export function mainOf(routers: readonly string[]): Readonly<Record<string, string>> {
  const imports = routers.map((module, index) => `from ${module} import router as r${index}`);
  const includes = routers.map((_, index) => `app.include_router(r${index})`);
  return {
    "shop/main.py": [
      "from fastapi import FastAPI",
      ...imports,
      "app = FastAPI()",
      ...includes,
    ].join("\n"),
  };
}

/** A shop of module folders. */
export const modularShop: Readonly<Record<string, string>> = {
  ...shopBase,
  ...subject("book", (layer) => `shop.modules.books.${layer}`),
  ...subject("order", (layer) => `shop.modules.orders.${layer}`),
  ...mainOf(["shop.modules.books.router", "shop.modules.orders.router"]),
};

/** The same shop in layers. */
export const layeredShop: Readonly<Record<string, string>> = {
  ...shopBase,
  ...subject("book", layeredModule("books")),
  ...subject("order", layeredModule("orders")),
  ...mainOf(["shop.api.books", "shop.api.orders"]),
};

function layeredModule(name: string): Parameters<typeof subject>[1] {
  const folders = {
    models: "models",
    schemas: "schemas",
    repository: "repositories",
    service: "services",
    router: "api",
  };
  return (layer) => `shop.${folders[layer]}.${name}`;
}
