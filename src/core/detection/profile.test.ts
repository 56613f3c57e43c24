import { expect, test } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { moduleShape } from "./moduleShape";
import { layoutOf } from "./profile";
import { layeredShop, mainOf, modularShop, onlyBackend, shopBase, subject } from "./testing";

test("module folders with the layers in files are modular", async () => {
  const code = await codeBaseOf(modularShop);
  const { profile, modules } = layoutOf(onlyBackend(code), code);
  expect(profile).toEqual({
    value: "modular",
    reasons: [
      "2 module folders in shop with 100 % of the endpoints",
      "shop/modules/books holds models, schemas, repository, service, router",
    ],
  });
  expect(modules.map(({ name, path }) => [name, path])).toEqual([
    ["books", "shop/modules/books"],
    ["orders", "shop/modules/orders"],
  ]);
  expect(modules[0]?.files).toHaveLength(5);
  const shape = moduleShape(onlyBackend(code), code);
  expect(shape.root.value).toBe("shop/modules");
  expect(shape.files.value).toEqual(["models", "repository", "router", "schemas", "service"]);
});

test("folders of one layer each are layered, and names across them are modules", async () => {
  const code = await codeBaseOf(layeredShop);
  const { profile, modules } = layoutOf(onlyBackend(code), code);
  expect(profile.value).toBe("layered");
  expect(profile.reasons).toContain("shop/api holds 2 endpoints in 2 files");
  expect(modules).toEqual([
    {
      name: "books",
      path: "shop/api/books.py",
      files: [
        "shop/api/books.py",
        "shop/models/books.py",
        "shop/repositories/books.py",
        "shop/schemas/books.py",
        "shop/services/books.py",
      ],
    },
    expect.objectContaining({ name: "orders", path: "shop/api/orders.py" }),
  ]);
});

test("one file of everything is neither", async () => {
  const code = await codeBaseOf({
    "main.py": `
      from fastapi import FastAPI
      app = FastAPI()
      @app.get("/")
      def home(): ...
      `,
  });
  const { profile, modules } = layoutOf(onlyBackend(code), code);
  expect(profile.value).toBeUndefined();
  expect(profile.reasons).toContain("no folder holds a router and two layers more");
  expect(modules).toEqual([]);
});

test("modules that nest folders are no modular code, but modules", async () => {
  const nested = (name: string) =>
    subject(name, (layer) => `shop.${name}s.adapter.input.${layer}.${name}`);
  const code = await codeBaseOf({
    ...shopBase,
    ...nested("book"),
    ...nested("order"),
    ...mainOf(["shop.books.adapter.input.router.book", "shop.orders.adapter.input.router.order"]),
  });
  const { profile, modules } = layoutOf(onlyBackend(code), code);
  expect(profile.value).toBeUndefined();
  expect(profile.reasons.at(-1)).toContain("nest folders");
  expect(modules.map(({ name }) => name)).toEqual(["books", "orders"]);
});
