import { describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { addField, addModule, root, scaffoldedProject, textOf } from "./testing";

async function shop(): Promise<MemoryFileSystem> {
  const files = await scaffoldedProject();
  await addModule(files, "categories", "name:str(40)");
  await addModule(files, "products", "title:str(20)", "category:ref(categories)");
  return files;
}

describe("a field is refused", () => {
  test.each([
    ["title:str(30)", "title", /another field “title” already/],
    ["type:str", "type", /Python's own/],
    ["owner:ref(user)", "user", /no table “user”. Is it users\?/],
    ["parent:ref(products)", "parent", /must be nullable/],
    ["weight:flaot", "flaot", /Is it float\?/],
    ["is_deleted:bool", "is_deleted", /cannot be added/],
    ["category_id:uuid", "category_id", /another field/],
  ])("%s", async (text, part, message) => {
    const files = await shop();
    const scaffold = await addField(files, "products", text);
    if (!("fieldProblems" in scaffold)) throw new Error("Nothing is wrong.");
    const [problem] = scaffold.fieldProblems;
    expect(text.slice(problem?.start, problem?.end)).toBe(part);
    expect(problem?.message).toMatch(message);
  });

  test("that somebody has written into the model", async () => {
    const files = await shop();
    const path = "shop/modules/products/models.py";
    const text = await textOf(files, path);
    files.write(path, `${text}    weight: Mapped[float]\n`);
    const scaffold = await addField(files, "products", "size:int?", "weight:float?");
    expect(scaffold).toMatchObject({
      fieldProblems: [{ index: 1, start: 0, end: 6, message: "The model has a “weight” already." }],
    });
  });

  test("that would close a circle of references", async () => {
    const scaffold = await addField(await shop(), "categories", "best:ref(products)?");
    expect(scaffold).toMatchObject({ fieldProblems: [{ start: 9, end: 17 }] });
  });

  test("where the module or the project is not there", async () => {
    const scaffold = await addField(await shop(), "product", "size:int");
    expect(scaffold).toEqual({
      problem: "The project has no module “product” that was scaffolded. Is it products?",
    });
    const none = await addField(new MemoryFileSystem(), "products", "size:int");
    expect("problem" in none && none.problem).toContain("scaffold.yaml");
  });
});

test("what was changed by hand stays, and what has no place is named", async () => {
  const files = await shop();
  const schemas = "shop/modules/products/schemas.py";
  const factory = "tests/factories/products.py";
  const service = "shop/modules/products/service.py";
  files.write(schemas, (await textOf(files, schemas)).replace("class ProductQuery", "class Query"));
  files.write(
    factory,
    (await textOf(files, factory)).replace('"first title"', '"Faust"  # a classic'),
  );
  files.write(service, "def (\n");
  const scaffold = await addField(files, "products", "code:int unique");
  expect(scaffold).toMatchObject({
    manual: [
      { path: schemas, text: expect.stringContaining("class ProductQuery") },
      { path: service, reason: expect.stringContaining("line 1 is no Python") },
      { path: factory },
    ],
  });
  expect(await textOf(files, schemas)).toContain("    code: Int32\n");
  expect(await textOf(files, factory)).toContain('"Faust"  # a classic');
});

test("a field has a revision behind the head, which gives the rows that are there its default", async () => {
  const files = await shop();
  await addField(files, "products", "kind:enum(a,b)=a index", "code:int unique");
  const folder = `${root}/migrations/versions`;
  const names = (await files.readDirectory(folder)).map(({ name }) => name);
  const name = names.find((one) => one.endsWith("_add_kind_and_1_more_to_products.py")) ?? "";
  const text = await textOf(files, `migrations/versions/${name}`);
  expect(text).toContain('op.execute(table.update().values(kind="a"))');
  expect(text).toContain("# Rows that are there need a value before this");
  expect(await textOf(files, ".backend-spec/scaffold.yaml")).toContain(
    "added:\n  products:\n    - kind:enum(a,b)=a index\n    - code:int unique\n",
  );
  const created = names.find((one) => one.endsWith("_create_products.py")) ?? "";
  expect(await textOf(files, `migrations/versions/${created}`)).not.toContain("kind");
});

test("a spec of the module gets the field, too, and others stay", async () => {
  const files = await shop();
  const spec = (module: string) => `---
backend-spec: module
name: ProductService
module: ${module}
---

# Backend Service Specification: ProductService

## Data Models

\`\`\`python
class Product(Base):
    title: str  # String
    id: UUID


class ProductCreate(Schema):
    title: Text
\`\`\`
`;
  files.write("specs/001-products/spec.md", spec("shop/modules/products"));
  files.write("specs/002-other/spec.md", spec("shop/modules/categories"));
  await addField(files, "products", "weight:float?", "version:int");
  const text = await textOf(files, "specs/001-products/spec.md");
  expect(text).toContain("# String\n    weight: float | None\n    version: int\n    id: UUID\n");
  expect(text).toContain("    title: Text\n    weight: Number | None = None\n```");
  expect(await textOf(files, "specs/002-other/spec.md")).toBe(spec("shop/modules/categories"));
  const again = await addField(files, "products", "weight:float?", "version:int");
  expect(again).toMatchObject({ plan: { creations: [], edits: [] } });
});
