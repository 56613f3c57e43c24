import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./run";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backend-spec-scaffold-"));
  const { code } = await runCli(folder, "new", "shop", "--queue", "dramatiq");
  expect(code).toBe(0);
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const shop = () => join(folder, "shop");

describe("new", () => {
  test("prints what it wrote, and nothing the second time", async () => {
    const { code, stdout, stderr } = await runCli(folder, "new", "shop", "--queue", "dramatiq");
    expect([code, stdout, stderr]).toEqual([0, "", "All of it is there already.\n"]);
    const first = await runCli(folder, "new", "other", "--dry-run");
    expect(first.stdout).toContain("+++ b/other/other/main.py");
    expect(await readdir(folder)).toEqual(["shop"]);
  });

  test("a name that cannot be is refused", async () => {
    const { code, stdout, stderr } = await runCli(folder, "new", "import");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe("backend-spec: “import” is a word of Python's own.\n");
  });
});

test("a layered project grows by a module and a task", async () => {
  const desk = join(folder, "desk");
  const project = ["new", "desk", "--profile", "layered", "--queue", "celery"];
  expect((await runCli(folder, ...project)).code).toBe(0);
  const module = await runCli(desk, "module", "orders", "number:int unique");
  expect(module.stdout.split("\n")).toEqual([
    "app/api/v1/orders.py",
    "app/models/order.py",
    "app/schemas/order.py",
    "app/services/order_service.py",
    expect.stringMatching(/^migrations\/versions\/[0-9a-f]{12}_create_orders\.py$/),
    "tests/factories/orders.py",
    "tests/test_orders.py",
    "app/api/v1/router.py",
    "app/models/__init__.py",
    "app/api/deps.py",
    ".backend-spec/scaffold.yaml",
    "",
  ]);
  const task = await runCli(desk, "task", "send_receipt");
  expect(task.stdout.split("\n")).toContain("app/workers/send_receipt_worker.py");
  const lint = await runCli(desk, "lint", ".", "--min-severity", "hint");
  expect(lint.stdout).toMatch(/^No findings in \d+ files/);
});

describe("module", () => {
  test("prints as a diff what it then writes, and what fields lie in the answers", async () => {
    const dry = await runCli(shop(), "module", "products", "title:str:100", "--dry-run");
    expect(dry.stdout).toContain("+++ b/shop/modules/products/models.py");
    expect(dry.stdout).toContain("+api_router.include_router(products_router)");
    const { code, stdout } = await runCli(shop(), "module", "products", "title:str:100");
    expect(code).toBe(0);
    expect(stdout.split("\n")).toContain("tests/test_products.py");
    const again = await runCli(shop(), "module", "products", "--dry-run");
    expect([again.code, again.stdout]).toEqual([0, ""]);
    const answers = await readFile(join(shop(), ".backend-spec/scaffold.yaml"), "utf8");
    expect(answers).toContain("products:\n    - title:str:100\n");
  });

  test("what is wrong with a field is said at its character, and nothing is written", async () => {
    const before = await readdir(join(shop(), "shop/modules"));
    await writeFile(join(folder, "fields.txt"), "# Things\nname:str\n\nowner:ref(user)\n");
    const { code, stderr } = await runCli(
      folder,
      ...["module", "things", "--into", "shop", "--fields", "fields.txt", "at:datetim"],
    );
    expect(code).toBe(2);
    expect(stderr).toContain(
      "There is no type “datetim”. Is it datetime?\n  at:datetim\n     ^^^^^^^",
    );
    const file = await runCli(
      folder,
      "module",
      "things",
      "--into",
      "shop",
      "--fields",
      "fields.txt",
    );
    expect(file.stderr).toContain("fields.txt:4:11: There is no table “user”. Is it users?");
    expect(await readdir(join(shop(), "shop/modules"))).toEqual(before);
  });

  test("a file that differs is kept and named", async () => {
    await runCli(shop(), "module", "notes", "text:text");
    const path = join(shop(), "shop/modules/notes/service.py");
    await writeFile(path, "# Mine.\n");
    const { code, stdout, stderr } = await runCli(shop(), "module", "notes");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe("shop/modules/notes/service.py: is there and differs; it was kept.\n");
    expect(await readFile(path, "utf8")).toBe("# Mine.\n");
  });

  test("where no project is, it says what to do", async () => {
    const { code, stderr } = await runCli(folder, "module", "things", "name:str");
    expect(code).toBe(2);
    expect(stderr).toContain("backend-spec new");
  });
});

describe("template", () => {
  const models = "common/module/[models].py.liquid";

  test("an ejected one is used, listed, and compared; a mistake in it is said at its line", async () => {
    const place = join(shop(), ".backend-spec/templates", models);
    const ejected = await runCli(shop(), "template", "eject", models);
    expect(ejected.stdout).toBe(`.backend-spec/templates/${models}\n`);
    expect((await runCli(shop(), "template", "diff")).code).toBe(0);
    const text = await readFile(place, "utf8");
    await writeFile(place, text.replace("The table of", "What is kept of"));
    expect((await runCli(shop(), "template", "list")).stdout).toContain(`${models}  (ejected)\n`);
    const diff = await runCli(shop(), "template", "diff");
    expect([diff.code, diff.stdout]).toEqual([1, expect.stringContaining('-"""What is kept of')]);
    const dry = await runCli(shop(), "module", "tags", "name:str:20", "--dry-run");
    expect(dry.stdout).toContain('+"""What is kept of tags."""');
    await writeFile(place, "one\n{{ module.nothing }}\n");
    const wrong = await runCli(shop(), "module", "tags", "name:str:20", "--dry-run");
    expect(wrong.stderr).toContain(`${models}:2: undefined variable: module.nothing`);
    expect(wrong.code).toBe(2);
    await rm(place);
  });

  test("a name that no template has", async () => {
    const { code, stderr } = await runCli(shop(), "template", "eject", "nothing");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no template “nothing”")]);
  });
});

test("task: added to service and router, and nothing the second time", async () => {
  const { code, stdout } = await runCli(shop(), "task", "send_receipt");
  expect([code, stdout.split("\n").length - 1]).toEqual([0, 3]);
  const service = await readFile(join(shop(), "shop/modules/tasks/service.py"), "utf8");
  expect(service).toContain("async def send_receipt(job_id: str) -> None:");
  expect((await runCli(shop(), "task", "send_receipt")).stdout).toBe("");
});

describe("field", () => {
  test("goes through all layers of a module, named or led to, and nothing the second time", async () => {
    await runCli(shop(), "module", "parcels", "title:str:100");
    const dry = await runCli(shop(), "field", "weight:float?", "--into", "parcels", "--dry-run");
    expect(dry.stdout).toContain("+    weight: Mapped[float | None] = mapped_column(Float)");
    const into = "shop/shop/modules/parcels";
    const { code, stdout } = await runCli(folder, "field", "weight:float?", "--into", into);
    expect([code, stdout.split("\n")]).toEqual([
      0,
      [
        expect.stringMatching(
          /^shop\/migrations\/versions\/[0-9a-f]{12}_add_weight_to_parcels\.py$/,
        ),
        "shop/shop/modules/parcels/models.py",
        "shop/shop/modules/parcels/schemas.py",
        "shop/tests/factories/parcels.py",
        "shop/.backend-spec/scaffold.yaml",
        "",
      ],
    ]);
    const again = await runCli(shop(), "field", "weight:float?", "--into", "parcels");
    expect([again.code, again.stdout]).toEqual([0, ""]);
    const module = await runCli(shop(), "module", "parcels", "title:str:100");
    expect([module.code, module.stdout]).toEqual([0, ""]);
  });

  test("what is wrong is said at its character", async () => {
    const { code, stderr } = await runCli(shop(), "field", "title:int", "--into", "parcels");
    expect([code, stderr]).toEqual([
      2,
      "backend-spec: parcels has another field “title” already.\n  title:int\n  ^^^^^\n",
    ]);
  });
});

describe("endpoint", () => {
  test("goes through the layers of a module, and nothing the second time", async () => {
    const { code, stdout } = await runCli(
      shop(),
      "endpoint",
      "post",
      "/{id}/send",
      "--into",
      "parcels",
    );
    expect([code, stdout.split("\n")]).toEqual([
      0,
      [
        "shop/modules/parcels/router.py",
        "shop/modules/parcels/service.py",
        "tests/test_parcels.py",
        ".backend-spec/scaffold.yaml",
        "",
      ],
    ]);
    const again = await runCli(
      shop(),
      "endpoint",
      "POST",
      "/{parcel_id}/send",
      "--into",
      "parcels",
    );
    expect([again.code, again.stdout]).toEqual([0, ""]);
  });

  test("what is wrong is said at its character", async () => {
    const { code, stderr } = await runCli(shop(), "endpoint", "POST", "/send", "--into", "parcels");
    expect([code, stderr]).toEqual([
      2,
      "backend-spec: Only GET asks for several: write /{parcel_id}/send for one of them.\n  /send\n   ^^^^\n",
    ]);
  });
});

test("module --from-spec: the module of a generated spec, and nothing the second time", async () => {
  const answers =
    'entities:\n  - name: Bill\n    fields: ["number:str(20) unique", "owner:ref(users)"]\n';
  await writeFile(join(shop(), "bill.yaml"), answers);
  const options = ["--format", "module", "--answers", "bill.yaml"];
  const spec = await runCli(shop(), "spec", "BillService — issues bills", ...options);
  const path = spec.stdout.trim();
  const { code, stdout } = await runCli(shop(), "module", "--from-spec", path);
  expect([code, stdout.split("\n")]).toEqual([
    0,
    expect.arrayContaining([path, "tests/test_bills.py"]),
  ]);
  expect(await readFile(join(shop(), path), "utf8")).toContain("module: shop/modules/bills\n");
  const again = await runCli(shop(), "module", "--from-spec", path);
  expect([again.code, again.stdout]).toEqual([0, ""]);
  expect((await runCli(shop(), "drift", path)).stdout).toContain("No findings");
  const wrong = await runCli(shop(), "module", "--from-spec", "README.md");
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    "backend-spec: README.md:1: This is no spec of a module or service.\n",
  ]);
});
