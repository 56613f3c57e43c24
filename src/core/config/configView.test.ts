import { describe, expect, test } from "vitest";
import { layeredShop, modularShop } from "../detection/testing";
import { dedented } from "../testing/testCodeBase";
import { createTestProject } from "../testing/testProject";
import { ConfigView } from "./configView";

const texts = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, dedented(text)]));

describe("a key that the file leaves out", () => {
  test("is filled from the profile that it names, then from the code", async () => {
    const { project } = await createTestProject({
      ...texts(modularShop),
      ".backend-spec.yaml": "profile: layered\ndatabase: { session: other.get_session }\n",
    });
    const view = project.configFor("shop/main.py");
    expect(view.key("database.session")).toEqual({
      value: "other.get_session",
      from: "file",
      reasons: [],
    });
    expect(view.key("names.schemas")).toMatchObject({
      value: ["Create", "Update", "Response", "ListResponse"],
      from: "profile",
    });
    expect(view.key("database.base")).toEqual({
      value: "shop.db.Base",
      from: "detected",
      reasons: ["it is a base of 2 of 2 table classes"],
    });
    expect(view.key("tasks.queue")).toEqual({
      value: undefined,
      from: undefined,
      reasons: ["there are no tasks"],
    });
  });

  test("is filled without a file too, which turns no house style on", async () => {
    const { project } = await createTestProject(texts(modularShop));
    const view = project.configFor("shop/main.py");
    expect(view.key("database.session").value).toBe("shop.db.get_db");
    expect(view.profile).toBeUndefined();
    expect(view.uri).toBeUndefined();
  });

  test("follows the code as it changes", async () => {
    const { project, fileSystem } = await createTestProject(texts(modularShop));
    const view = project.configFor("shop/db.py");
    expect(view.key("database.base").value).toBe("shop.db.Base");
    for (const path of Object.keys(modularShop)) {
      const text = dedented(modularShop[path] ?? "").replaceAll(/\bBase\b(?!Model)/g, "Root");
      fileSystem.write(path, text);
      await project.refresh(`${project.root}/${path}`);
    }
    expect(view.key("database.base").value).toBe("shop.db.Root");
  });

  test("is filled for each backend of a monorepo from its own code, with one file or with several", async () => {
    const other = Object.fromEntries(
      Object.entries(texts(layeredShop)).map(([path, text]) => [
        `two/${path.replace("shop/", "store/")}`,
        text.replaceAll("shop.", "store.").replaceAll("get_db", "get_session"),
      ]),
    );
    const first = Object.fromEntries(
      Object.entries(texts(modularShop)).map(([path, text]) => [`one/${path}`, text]),
    );
    const { project } = await createTestProject({
      ...first,
      ...other,
      ".backend-spec.yaml": "specs: { folder: specs }\n",
      "two/.backend-spec.yaml": "database: { base: store.db.Other }\n",
    });
    const [one, two] = ["one/shop/main.py", "two/store/main.py"].map((path) =>
      project.configFor(path),
    );
    expect(one?.key("package").value).toBe("shop");
    expect(one?.key("database.session").value).toBe("shop.db.get_db");
    expect(two?.key("package").value).toBe("store");
    expect(two?.key("database.session").value).toBe("store.db.get_session");
    expect(two?.key("database.base").from).toBe("file");
    expect(two?.layers.filesOf("router")).toEqual(["store/api/books.py", "store/api/orders.py"]);
  });
});

describe("the layers", () => {
  test("are the file's, then the profile's, then those of the code", async () => {
    const { project } = await createTestProject({
      ...texts(modularShop),
      ".backend-spec.yaml": 'profile: modular\nlayers: { service: ["**/main.py"] }\n',
    });
    const { layers } = project.configFor("");
    expect(layers.layerOf("shop/main.py")).toEqual(["service"]);
    expect(layers.layerOf("shop/modules/books/service.py")).toEqual([]);
    expect(layers.layerOf("shop/modules/books/router.py")).toEqual(["router"]);
    expect([layers.sourceOf("service"), layers.sourceOf("router")]).toEqual(["file", "profile"]);
    expect(layers.sourceOf("tasks")).toBe("detected");
  });

  test("a profile whose globs fit nothing leaves it to the code", async () => {
    const { project } = await createTestProject({
      ...texts(layeredShop),
      ".backend-spec.yaml": "profile: layered\n",
    });
    const { layers } = project.configFor("");
    expect(layers.sourceOf("router")).toBe("detected");
    expect(layers.filesOf("repository")).toEqual([
      "shop/repositories/books.py",
      "shop/repositories/orders.py",
    ]);
  });
});

test("a view without code says what its file says", () => {
  const view = new ConfigView({ package: "shop" }, undefined);
  expect(view.key("package").value).toBe("shop");
  expect(view.key("database.base")).toEqual({ value: undefined, from: undefined, reasons: [] });
  expect(view.layers.layerOf("a.py")).toEqual([]);
});
