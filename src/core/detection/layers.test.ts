import { describe, expect, test } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { detectedLayers } from "./layers";
import { layeredShop, mainOf, modularShop, shopBase, subject } from "./testing";

describe("layers", () => {
  test("are told by what files hold", async () => {
    const layers = detectedLayers(await codeBaseOf(modularShop));
    expect(layers.filesOf("router")).toEqual([
      "shop/modules/books/router.py",
      "shop/modules/orders/router.py",
    ]);
    expect(layers.layerOf("shop/modules/books/models.py")).toEqual(["models"]);
    expect(layers.layerOf("shop/modules/books/schemas.py")).toEqual(["schemas"]);
    expect(layers.layerOf("shop/modules/books/repository.py")).toEqual(["repository"]);
    expect(layers.layerOf("shop/modules/books/service.py")).toEqual(["service"]);
    expect(layers.layerOf("shop/db.py")).toEqual([]);
  });

  test("are told without any help of names", async () => {
    const names = { models: "a", schemas: "b", repository: "c", service: "d", router: "e" };
    const layers = detectedLayers(
      await codeBaseOf({
        ...shopBase,
        ...subject("book", (layer) => `shop.x.${names[layer]}`),
        ...mainOf(["shop.x.e"]),
      }),
    );
    expect(layers.layerOf("shop/x/a.py")).toEqual(["models"]);
    expect(layers.layerOf("shop/x/b.py")).toEqual(["schemas"]);
    expect(layers.layerOf("shop/x/c.py")).toEqual(["repository"]);
    expect(layers.layerOf("shop/x/d.py")).toEqual(["service"]);
    expect(layers.layerOf("shop/x/e.py")).toEqual(["router"]);
  });

  test("a service that runs queries itself stays one", async () => {
    const layers = detectedLayers(
      await codeBaseOf({
        ...layeredShop,
        "shop/services/stock.py": `
          from sqlalchemy import text
          from sqlalchemy.ext.asyncio import AsyncSession

          class StockService:
              def __init__(self, db: AsyncSession):
                  self.db = db

              async def count(self):
                  return await self.db.scalar(text("select 1"))
          `,
      }),
    );
    expect(layers.layerOf("shop/services/stock.py")).toEqual(["service"]);
  });

  test("a service that is about repositories or gateways is none", async () => {
    const functions = `
      from sqlalchemy import text
      from sqlalchemy.ext.asyncio import AsyncSession

      async def count(db: AsyncSession):
          return await db.scalar(text("select 1"))
      `;
    const layers = detectedLayers(
      await codeBaseOf({
        ...layeredShop,
        "shop/services/repos.py": functions,
        "shop/services/gateways/__init__.py": functions,
        "shop/services/book_repository.py": functions,
      }),
    );
    expect(layers.layerOf("shop/services/repos.py")).toEqual(["service"]);
    expect(layers.layerOf("shop/services/gateways/__init__.py")).toEqual(["service"]);
    expect(layers.layerOf("shop/services/book_repository.py")).toEqual(["repository"]);
  });

  test("a file may play several parts, the larger first", async () => {
    const layers = detectedLayers(
      await codeBaseOf({
        "main.py": `
          from fastapi import FastAPI
          from pydantic import BaseModel
          app = FastAPI()
          class Book(BaseModel):
              title: str
          @app.get("/")
          def one() -> Book: ...
          @app.get("/2")
          def two() -> Book: ...
          `,
      }),
    );
    expect(layers.sharesOf("main.py")).toEqual([
      { layer: "router", units: 2, classes: 0, share: 2 / 3 },
      { layer: "schemas", units: 1, classes: 0, share: 1 / 3 },
    ]);
  });

  test("tasks of a queue are a layer, tests and migrations are in none", async () => {
    const layers = detectedLayers(
      await codeBaseOf({
        ...layeredShop,
        "shop/jobs.py": `
          from celery import Celery
          celery = Celery("shop")
          @celery.task
          def send(): ...
          `,
        "tests/test_api.py": `
          from pydantic import BaseModel
          class Fake(BaseModel):
              x: int
          `,
        "migrations/versions/1.py": `
          from pydantic import BaseModel
          revision = "1"
          down_revision = None
          class Old(BaseModel):
              x: int
          `,
      }),
    );
    expect(layers.filesOf("tasks")).toEqual(["shop/jobs.py"]);
    expect(layers.layerOf("tests/test_api.py")).toEqual([]);
    expect(layers.layerOf("migrations/versions/1.py")).toEqual([]);
  });
});
