import { describe, expect, test } from "vitest";
import { addModule, scaffoldedProject, textOf } from "./testing";

const product = ["title:str(20) unique", "price:decimal(12,2)", "version:int"];

/** A layered project in memory. */
async function layeredProject() {
  return await scaffoldedProject("none", "layered");
}

describe("a module of layers", () => {
  test("is registered, its service among the dependencies, and needs nothing the second time", async () => {
    const files = await layeredProject();
    await addModule(files, "products", ...product);
    await addModule(files, "orders", "product:ref(products)", "buyer:ref(users)");
    const dependencies = await textOf(files, "app/api/deps.py");
    expect(dependencies).toContain("from app.services.product_service import ProductService\n");
    expect(dependencies.trim().split("\n").slice(-6)).toEqual([
      "def get_order_service(db: DbSession) -> OrderService:",
      '    """Give a request the service of orders."""',
      "    return OrderService(db)",
      "",
      "",
      "OrderServiceDep = Annotated[OrderService, Depends(get_order_service)]",
    ]);
    const router = await textOf(files, "app/api/v1/router.py");
    expect(router).toContain("from app.api.v1.orders import router as orders_router\n");
    expect(await textOf(files, "app/models/__init__.py")).toContain(
      '    "Order",\n    "Product",\n',
    );
    const again = await addModule(files, "products");
    expect(again).toMatchObject({ plan: { creations: [], edits: [] }, conflicts: [], manual: [] });
  });

  test("asks the services of what it refers to", async () => {
    const files = await layeredProject();
    await addModule(files, "orders", "buyer:ref(users)", "parent:ref(orders)?");
    const service = await textOf(files, "app/services/order_service.py");
    expect(service).toContain("from app.services.user_service import UserService\n");
    expect(service).toContain("await UserService(self.db).get(data.buyer_id)\n");
    expect(service).toContain("await self.get(data.parent_id)\n");
  });

  test("leaves dependencies that are no Python to the user, and nothing else stops", async () => {
    const files = await layeredProject();
    files.write("app/api/deps.py", "def (\n");
    const scaffold = await addModule(files, "products", ...product);
    expect(scaffold).toMatchObject({
      manual: [
        { path: "app/api/deps.py", text: expect.stringContaining("def get_product_service(") },
      ],
    });
    expect(await textOf(files, "app/api/deps.py")).toBe("def (\n");
    expect(await textOf(files, "app/api/v1/router.py")).toContain("products_router");
  });

  test.each([
    [product, "await self.db.delete(product)", false],
    [[...product, "is_deleted:bool"], "product.is_deleted = True", true],
  ])("deletes rows as asked: %j", async (fields, deletion, isMarked) => {
    const files = await layeredProject();
    await addModule(files, "products", ...fields);
    expect(await textOf(files, "app/services/product_service.py")).toContain(deletion);
    const model = await textOf(files, "app/models/product.py");
    expect(model.includes("class Product(Base, BaseModelMixin, SoftDeleteMixin):")).toBe(isMarked);
    const entries = await files.readDirectory("file:///project/migrations/versions");
    const revision = entries.find(({ name }) => name.endsWith("create_products.py"))?.name ?? "";
    const text = await textOf(files, `migrations/versions/${revision}`);
    expect(text.includes('sa.Column("is_deleted", sa.Boolean(), nullable=False)')).toBe(isMarked);
    expect(await textOf(files, "app/schemas/product.py")).not.toContain("is_deleted");
  });

  test.each([
    "is_deleted:int",
    "is_deleted:bool?",
    "is_deleted:bool=true",
    "is_deleted:bool index",
  ])("knows one form of is_deleted, not %s", async (field) => {
    const scaffold = await addModule(await layeredProject(), "products", ...product, field);
    expect(scaffold).toMatchObject({ fieldProblems: [{ message: "Write it is_deleted:bool." }] });
  });

  test.each([
    ["product", /share its files with “products”/],
    ["system", /of its own/],
    ["errors", /of its own/],
    ["bases", /of its own/],
    ["router", /of its own/],
  ])("cannot be called %s beside products", async (name, message) => {
    const files = await layeredProject();
    await addModule(files, "products", ...product);
    const scaffold = await addModule(files, name, ...product);
    expect("problem" in scaffold && scaffold.problem).toMatch(message);
  });

  test("called as something in its code has its files called without a word more", async () => {
    const files = await layeredProject();
    await addModule(files, "sessions", "title:str");
    expect(await textOf(files, "app/models/session.py")).toContain("class SessionRecord(Base");
    expect(await textOf(files, "app/api/deps.py")).toContain("def get_session_record_service(");
  });
});
