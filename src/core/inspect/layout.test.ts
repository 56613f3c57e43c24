import { expect, test } from "vitest";
import { modularShop } from "../detection/testing";
import { codeBaseOf } from "../testing/testCodeBase";
import { inspectLayout } from "./layout";

test("the profile has its reasons, and modules their files", async () => {
  const { profile, modules } = inspectLayout(await codeBaseOf(modularShop));
  expect(profile.name).toBe("modular");
  expect(profile.reasons).toContain(
    "shop/modules/books holds models, schemas, repository, service, router",
  );
  expect(modules.map(({ name }) => name)).toEqual(["books", "orders"]);
});

test("without an application nothing is claimed", async () => {
  expect(inspectLayout(await codeBaseOf({ "a.py": "x = 1" }))).toEqual({
    profile: { name: null, reasons: ["no application is found"] },
    modules: [],
  });
});
