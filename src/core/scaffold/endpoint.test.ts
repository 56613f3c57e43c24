import { describe, expect, test } from "vitest";
import { addEndpoint, addField, addModule, scaffoldedProject, textOf } from "./testing";

async function shop(profile: "modular" | "layered" = "modular") {
  const files = await scaffoldedProject("none", profile);
  await addModule(files, "orders", "title:str(20) unique");
  return files;
}

describe.each(["modular", "layered"] as const)("an endpoint of a %s module", (profile) => {
  test.each([
    ["GET", "/recent", "list_recent_orders", "list_recent"],
    ["POST", "/{id}/cancel", "cancel_order", "cancel"],
    ["GET", "/{order_id}/history", "read_order_history", "get_history"],
    [
      "PUT",
      "/api/v1/orders/{order_id}/delivery-date",
      "replace_order_delivery_date",
      "replace_delivery_date",
    ],
    ["PATCH", "orders/{id}/note", "change_order_note", "change_note"],
    ["DELETE", "/{id}/note/", "remove_order_note", "remove_note"],
  ] as const)(
    "%s %s goes through router, service and test",
    async (method, path, handler, call) => {
      const files = await shop(profile);
      const scaffold = await addEndpoint(files, "orders", method, path);
      expect(scaffold).toMatchObject({ manual: [], conflicts: [] });
      const [router, service] =
        profile === "modular"
          ? ["shop/modules/orders/router.py", "shop/modules/orders/service.py"]
          : ["app/api/v1/orders.py", "app/services/order_service.py"];
      expect(await textOf(files, router)).toContain(`async def ${handler}(`);
      expect(await textOf(files, service)).toContain(`async def ${call}(`);
      expect(await textOf(files, "tests/test_orders.py")).toContain(`async def test_${handler}(`);
      const again = await addEndpoint(files, "orders", method, path);
      expect(again).toMatchObject({ plan: { edits: [] }, manual: [] });
      const module = await addModule(files, "orders");
      expect(module).toMatchObject({
        plan: { creations: [], edits: [] },
        conflicts: [],
        manual: [],
      });
      await addField(files, "orders", "version:int");
      const grown = await addModule(files, "orders");
      expect(grown).toMatchObject({
        plan: { creations: [], edits: [] },
        conflicts: [],
        manual: [],
      });
    },
  );
});

test("a list stands before the route that would take its name for a key", async () => {
  const files = await shop();
  await addEndpoint(files, "orders", "GET", "/recent");
  const router = await textOf(files, "shop/modules/orders/router.py");
  expect(router.indexOf('"/recent"')).toBeLessThan(router.indexOf('"/{order_id:uuid}"'));
  expect(router).not.toContain('"/{order_id}"');
  const repository = await textOf(files, "shop/modules/orders/repository.py");
  expect(repository).toContain("async def list_recent(self, query: OrderQuery)");
});

describe("a path is refused", () => {
  test.each([
    ["GET", "/Recent", "Recent", /Write a path as/],
    ["GET", "/{id}", "{id}", /Write a path as/],
    ["GET", "/{id}/a/b", "{id}/a/b", /Write a path as/],
    ["POST", "/{id}/import", "import", /word of Python's own/],
    ["POST", "/cancel", "cancel", /Only GET asks for several/],
    ["POST", "/{id}/update", "update", /“update” already/],
  ] as const)("%s %s", async (method, path, part, message) => {
    const scaffold = await addEndpoint(await shop(), "orders", method, path);
    if (!("pathProblem" in scaffold)) throw new Error("Nothing is wrong.");
    const { message: said, start, end } = scaffold.pathProblem;
    expect(said).toMatch(message);
    expect(path.slice(start, end)).toBe(part);
  });

  test("whose names somebody has used", async () => {
    const files = await shop();
    const path = "shop/modules/orders/service.py";
    files.write(path, `${await textOf(files, path)}\n    async def cancel(self) -> None: ...\n`);
    const scaffold = await addEndpoint(files, "orders", "POST", "/{id}/cancel");
    expect(scaffold).toMatchObject({ pathProblem: { message: expect.stringContaining("cancel") } });
  });

  test("of a module that is not there", async () => {
    const scaffold = await addEndpoint(await shop(), "order", "GET", "/recent");
    expect(scaffold).toMatchObject({ problem: expect.stringContaining("Is it orders?") });
  });
});
