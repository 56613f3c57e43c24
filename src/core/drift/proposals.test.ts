import { expect, test } from "vitest";
import { createTestProject } from "../testing/testProject";
import { bindingEdit, isUnbound, proposeBindings } from "./proposals";

const body = [
  "# Backend Service Specification: OrderService",
  "",
  "## Data Models",
  "",
  "```python",
  "class Order:",
  "    id: int",
  "```",
  "",
  "## Service Interface",
  "",
  "```python",
  "def pay_order(self, key: int) -> bool: ...",
  "def ship_order(self, key: int) -> bool: ...",
  "```",
  "",
].join("\n");
const front = (lines: string): string =>
  `---\nbackend-spec: module\nname: OrderService\n${lines}---\n\n`;

const code = {
  "pyproject.toml": "",
  "app/orders/service.py":
    "class OrderService:\n    def pay_order(self, key: int) -> bool: ...\n    def refund(self): ...\n",
  "app/orders/models.py": "class Order: ...\n",
  "app/books/service.py": "class BookService:\n    def find(self): ...\n",
  "tests/test_orders.py": "class Order: ...\nclass OrderService: ...\n",
};

async function specOf(text: string) {
  const { project } = await createTestProject({ ...code, "specs/orders.md": text });
  const [first] = await project.specDocuments();
  if (first === undefined) throw new Error("no spec");
  return { spec: first.spec, code: project.code };
}

test("a spec that names no module is offered the likeliest, with reasons", async () => {
  const given = await specOf(front("") + body);
  expect(isUnbound(given.spec, given.code)).toBe(true);
  expect(proposeBindings(given.spec, given.code)).toEqual(
    [{ module: "app/orders", reasons: ["OrderService", "Order", "1 of 2 methods"].sort() }].map(
      (one) => ({ ...one, reasons: expect.arrayContaining(one.reasons) as unknown }),
    ),
  );
  expect(bindingEdit(given.spec, "app/orders").newText).toBe("\nmodule: app/orders");
});

test("one whose module moved is offered where it is now", async () => {
  const given = await specOf(front("module: app/purchases\n") + body);
  expect(isUnbound(given.spec, given.code)).toBe(true);
  const [first] = proposeBindings(given.spec, given.code);
  expect(first?.module).toBe("app/orders");
  expect(bindingEdit(given.spec, "app/orders")).toMatchObject({
    newText: "app/orders",
    range: { start: { line: 3, character: 8 }, end: { line: 3, character: 21 } },
  });
});

test("one about something else is offered nothing; one that is bound neither", async () => {
  const other = body.replace("OrderService", "MailService").replace("class Order:", "class Mail:");
  const given = await specOf(other.replaceAll("_order", "_mail"));
  expect(proposeBindings(given.spec, given.code)).toEqual([]);
  const bound = await specOf(front("module: app/orders\n") + body);
  expect(isUnbound(bound.spec, bound.code)).toBe(false);
});
