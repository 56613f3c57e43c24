import { describe, expect, test } from "vitest";
import { ModuleTable } from "./moduleTable";

/** A table of files by root. */
function table(files: Readonly<Record<string, readonly string[]>>): ModuleTable {
  const modules = new ModuleTable();
  for (const [root, paths] of Object.entries(files)) {
    for (const path of paths) {
      const whole = root === "" ? path : `${root}/${path}`;
      const name = path.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
      modules.set(whole, { name, isPackage: path.endsWith("__init__.py"), root });
    }
  }
  return modules;
}

describe("resolve", () => {
  test("finds modules and packages", () => {
    const modules = table({ src: ["app/__init__.py", "app/db.py"] });
    expect(modules.resolve("app", "src/app/db.py")).toBe("src/app/__init__.py");
    expect(modules.resolve("app.db", "src/app/db.py")).toBe("src/app/db.py");
    expect(modules.resolve("app.gone", "src/app/db.py")).toBeUndefined();
  });

  test("prefers a package to a module of its name", () => {
    const modules = table({ "": ["app/db.py", "app/db/__init__.py", "main.py"] });
    expect(modules.resolve("app.db", "main.py")).toBe("app/db/__init__.py");
  });

  test("prefers the importing file's own root", () => {
    const modules = table({ a: ["app/db.py", "main.py"], b: ["app/db.py", "main.py"] });
    expect(modules.resolve("app.db", "a/main.py")).toBe("a/app/db.py");
    expect(modules.resolve("app.db", "b/main.py")).toBe("b/app/db.py");
  });

  test("then the nearest root", () => {
    const modules = table({ "x/a": ["app/db.py"], "x/b": ["app/db.py"], "x/b/tests": ["t.py"] });
    expect(modules.resolve("app.db", "x/b/tests/t.py")).toBe("x/b/app/db.py");
  });

  test("then any", () => {
    expect(table({ lib: ["shop/db.py"], a: ["t.py"] }).resolve("shop.db", "a/t.py")).toBe(
      "lib/shop/db.py",
    );
  });

  test("takes no file for what Python or a package brings", () => {
    const modules = table({ scripts: ["redis.py", "types.py", "a.py"], app: ["b.py"] });
    expect(modules.resolve("redis", "scripts/a.py")).toBeUndefined();
    expect(modules.resolve("types", "app/b.py")).toBeUndefined();
  });

  test("knows a package of one's own that is called like Python's", () => {
    const modules = table({ "": ["platform/__init__.py", "platform/users.py", "main.py"] });
    expect(modules.resolve("platform.users", "main.py")).toBe("platform/users.py");
  });

  test("also starts where only some imports do", () => {
    const modules = new ModuleTable(["src"]);
    modules.set("src/app/db.py", { name: "src.app.db", isPackage: false, root: "" });
    expect(modules.resolve("app.db", "src/app/db.py")).toBe("src/app/db.py");
  });

  test.each(["", ".", "a..b", "../x"])("finds nothing by %j", (name) => {
    expect(table({ "": ["a/b.py", "__init__.py"] }).resolve(name, "a/b.py")).toBeUndefined();
  });
});

describe("isNamespace", () => {
  test("holds for folders without __init__.py only", () => {
    const modules = table({ "": ["ns/app/__init__.py", "ns/app/v1/x.py", "main.py"] });
    expect(modules.isNamespace("ns", "main.py")).toBe(true);
    expect(modules.isNamespace("ns.app", "main.py")).toBe(false);
    expect(modules.isNamespace("ns.app.v1", "main.py")).toBe(true);
    expect(modules.isNamespace("ns.app.v1.x", "main.py")).toBe(false);
    expect(modules.isNamespace("gone", "main.py")).toBe(false);
  });
});

describe("longestPrefix", () => {
  test("splits a name into module and rest", () => {
    const modules = table({ "": ["app/__init__.py", "app/models.py"] });
    expect(modules.longestPrefix("app.models.User.id", "app/models.py")).toEqual({
      path: "app/models.py",
      rest: ["User", "id"],
    });
  });

  test("goes through namespaces", () => {
    const modules = table({ "": ["ns/app/db.py"] });
    expect(modules.longestPrefix("ns.app.db", "ns/app/db.py")?.rest).toEqual([]);
    expect(modules.longestPrefix("ns.app.gone", "ns/app/db.py")).toBeUndefined();
  });

  test("prefers the own root", () => {
    const modules = table({ a: ["app/models.py"], b: ["app/models/__init__.py"] });
    expect(modules.longestPrefix("app.models.User", "a/app/models.py")?.path).toBe(
      "a/app/models.py",
    );
  });

  test("prefers a root that knows more than the first part", () => {
    const modules = table({ tests: ["app/__init__.py", "app/t.py"], src: ["app/main.py"] });
    expect(modules.longestPrefix("app.main.app", "tests/app/t.py")?.path).toBe("src/app/main.py");
  });
});

describe("changes", () => {
  test("a file that is added is found", () => {
    const modules = table({ "": ["main.py"] });
    expect(modules.resolve("db", "main.py")).toBeUndefined();
    modules.set("db.py", { name: "db", isPackage: false, root: "" });
    expect(modules.resolve("db", "main.py")).toBe("db.py");
    expect(modules.moduleOf("db.py")?.name).toBe("db");
  });

  test("a file that is removed is not", () => {
    const modules = table({ "": ["main.py", "ns/db.py"] });
    modules.delete("ns/db.py");
    expect(modules.resolve("ns.db", "main.py")).toBeUndefined();
    expect(modules.isNamespace("ns", "main.py")).toBe(false);
    expect(modules.moduleOf("ns/db.py")).toBeUndefined();
  });

  test("a file can move to another root", () => {
    const modules = table({ "": ["src/app/db.py"] });
    modules.set("src/app/db.py", { name: "app.db", isPackage: false, root: "src" });
    expect(modules.resolve("app.db", "src/app/db.py")).toBe("src/app/db.py");
    expect(modules.resolve("src.app.db", "src/app/db.py")).toBeUndefined();
  });
});
