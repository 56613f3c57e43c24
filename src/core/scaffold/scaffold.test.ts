import { describe, expect, test } from "vitest";
import { testParser } from "../python/testing";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { render } from "./render";
import { scaffoldProject } from "./scaffoldProject";
import { addModule, root, scaffoldedProject, templates, textOf } from "./testing";

const product = ["title:str(20) unique", "price:decimal(12,2)", "kind:enum(a,b)=a index"];

/** What is wrong with fields, each with the part of the text that is marked. */
async function wrong(...fields: string[]): Promise<(readonly [string, string])[]> {
  const scaffold = await addModule(await scaffoldedProject(), "things", ...fields);
  if (!("fieldProblems" in scaffold)) throw new Error("Nothing is wrong.");
  return scaffold.fieldProblems.map(
    ({ message, index, start, end }) => [fields[index]?.slice(start, end) ?? "", message] as const,
  );
}

describe("a project", () => {
  test.each([
    ["modular", "none", "order_desk/modules/users/service.py", "order_desk/worker.py"],
    ["modular", "dramatiq", "order_desk/modules/users/service.py", "order_desk/worker.py"],
    ["modular", "celery", "order_desk/modules/users/service.py", "order_desk/worker.py"],
    ["layered", "none", "app/services/user_service.py", "app/workers/greeting_worker.py"],
    ["layered", "dramatiq", "app/services/user_service.py", "app/workers/main.py"],
    ["layered", "celery", "app/services/user_service.py", "app/workers/celery_app.py"],
  ] as const)("%s with %s is Python", async (profile, queue, service, worker) => {
    const request = { name: "order-desk", profile, queue, root };
    const scaffold = await scaffoldProject(request, templates, new MemoryFileSystem());
    if ("problem" in scaffold) throw new Error(scaffold.problem);
    const parser = await testParser();
    const paths = scaffold.plan.creations.map(({ uri }) => uri.slice(root.length + 1));
    expect(paths).toContain(service);
    expect(paths.includes(worker)).toBe(queue !== "none");
    expect(paths.filter((path) => path.includes("["))).toEqual([]);
    for (const { uri, content } of scaffold.plan.creations) {
      if (uri.endsWith(".py")) expect([uri, parser.read(content).errors]).toEqual([uri, []]);
      expect(content).not.toMatch(/\{\{|\{%/);
    }
  });

  test("that is there needs nothing; a file that differs is kept", async () => {
    const files = await scaffoldedProject();
    files.write("README.md", "Mine.\n");
    const request = { name: "shop", profile: "modular" as const, queue: "none" as const, root };
    const again = await scaffoldProject(request, templates, files);
    expect(again).toMatchObject({ plan: { creations: [] }, conflicts: [{ path: "README.md" }] });
  });

  test.each([
    ["2nd", /no name of a project/],
    ["my shop", /no name of a project/],
    ["class", /word of Python's own/],
    ["fastapi", /package that the project needs/],
    ["a".repeat(41), /too long/],
  ])("cannot be called %j", async (name, message) => {
    const request = { name, profile: "modular" as const, queue: "none" as const, root };
    const scaffold = await scaffoldProject(request, templates, new MemoryFileSystem());
    expect("problem" in scaffold && scaffold.problem).toMatch(message);
  });
});

describe("a module", () => {
  test("is registered beside its siblings, and needs nothing the second time", async () => {
    const files = await scaffoldedProject();
    for (const name of ["products", "accounts"]) {
      await addModule(files, name, ...product);
    }
    const router = await textOf(files, "shop/api/v1/router.py");
    expect(router.split("\n").filter((line) => /router/.test(line))).toEqual([
      "from shop.modules.accounts.router import router as accounts_router",
      "from shop.modules.products.router import router as products_router",
      "from shop.modules.users.router import router as users_router",
      'api_router = APIRouter(prefix="/api/v1")',
      "api_router.include_router(accounts_router)",
      "api_router.include_router(products_router)",
      "api_router.include_router(users_router)",
    ]);
    expect(await textOf(files, "shop/db/models.py")).toContain(
      '__all__ = [\n    "Account",\n    "Base",\n    "Product",\n    "User",\n]',
    );
    const again = await addModule(files, "products");
    expect(again).toMatchObject({ plan: { creations: [], edits: [] }, conflicts: [], manual: [] });
  });

  test("its revision follows the head, with the same id each time", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const files = await scaffoldedProject();
        await addModule(files, "products", ...product);
        await addModule(files, "orders", "product:ref(products)");
        const entries = await files.readDirectory(`${root}/migrations/versions`);
        return entries.map(({ name }) => name).sort();
      }),
    );
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]).toHaveLength(4);
  });

  test("several heads ask for one of them", async () => {
    const files = await scaffoldedProject();
    files.write("migrations/versions/0002_a.py", 'revision = "0002"\ndown_revision = "0001"\n');
    files.write("migrations/versions/0003_b.py", 'revision = "0003"\ndown_revision = "0001"\n');
    const scaffold = await addModule(files, "products", ...product);
    expect("problem" in scaffold && scaffold.problem).toMatch(/several heads.*0002, 0003/);
  });

  test("a gathering file that is no Python is left to the user, and nothing else stops", async () => {
    const files = await scaffoldedProject();
    files.write("shop/api/v1/router.py", "def (\n");
    const scaffold = await addModule(files, "products", ...product);
    expect(scaffold).toMatchObject({
      manual: [
        {
          path: "shop/api/v1/router.py",
          text: "from shop.modules.products.router import router as products_router\napi_router.include_router(products_router)",
        },
      ],
    });
    expect(await textOf(files, "shop/db/models.py")).toContain('"Product"');
  });

  test("with Windows' line breaks stays with them", async () => {
    const files = await scaffoldedProject();
    const before = await textOf(files, "shop/api/v1/router.py");
    files.write("shop/api/v1/router.py", before.replaceAll("\n", "\r\n"));
    await addModule(files, "products", ...product);
    const after = await textOf(files, "shop/api/v1/router.py");
    expect(after).toContain("products_router)\r\n");
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test.each([
    ["Orders", /small letters/],
    ["order-items", /small letters/],
    ["../orders", /small letters/],
    ["select", /word of SQL/],
    ["lambda", /word of Python's own/],
    ["users", /module “users” of its own/],
    ["a".repeat(31), /too long/],
  ])("cannot be called %j", async (name, message) => {
    const scaffold = await addModule(await scaffoldedProject(), name, ...product);
    expect("problem" in scaffold && scaffold.problem).toMatch(message);
  });

  test("outside of a scaffolded project there is none", async () => {
    const scaffold = await addModule(new MemoryFileSystem(), "products", ...product);
    expect("problem" in scaffold && scaffold.problem).toMatch(/scaffold\.yaml/);
  });
});

describe("fields that no model takes", () => {
  test.each([
    [["type:str"], "type", /Python's own/],
    [["order:int"], "order", /word of SQL/],
    [["created_at:datetime"], "created_at", /already/],
    [["metadata:json"], "metadata", /already/],
    [["Title:str"], "Title", /small letters/],
    [["owner:ref(user)"], "user", /no table “user”. Is it users\?/],
    [["parent:ref(things)"], "parent", /must be nullable/],
    [["owner:ref(users)", "owner_id:uuid"], "owner_id", /already/],
    [["title:str", "title:int"], "title", /already/],
    [["title:strr"], "strr", /Is it str\?/],
    [[`${"a".repeat(41)}:int`], "a".repeat(41), /too long/],
  ])("%j", async (fields, part, message) => {
    const [problem] = await wrong(...fields);
    expect(problem?.[0]).toBe(part);
    expect(problem?.[1]).toMatch(message);
  });
});

describe("a template", () => {
  test("that names what is not there fails at its line", () => {
    expect(() =>
      render("own.liquid", "one\n{{ project.name }}\n{{ nothing }}", { project: { name: 1 } }),
    ).toThrow(/^own\.liquid:3: undefined variable: nothing$/);
    expect(() => render("own.liquid", "\n\n{% if x %}", { x: 1 })).toThrow(
      /^own\.liquid:3: .*not closed/,
    );
    expect(() => render("own.liquid", "{{ 1 | shout }}", {})).toThrow(
      /^own\.liquid:1: undefined filter: shout/,
    );
  });

  test("reads no file", () => {
    expect(() => render("own.liquid", '{% include "/etc/passwd" %}', {})).toThrow(
      /^own\.liquid:1: /,
    );
  });

  test("lines of tags leave nothing behind", () => {
    expect(
      render("own.liquid", "a\n  {% if x %}\nb\n  {% endif %}\nc {% if x %}d{% endif %}\n", {
        x: true,
      }),
    ).toBe("a\nb\nc d\n");
  });
});
