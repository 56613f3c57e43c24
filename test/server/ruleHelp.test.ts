import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CompletionItem, Hover, Location, WorkspaceEdit } from "vscode-languageserver";
import { Client, workspaceOf } from "./client";

const service = `class OrderService:
    """Leads orders."""

    def pay(self, key: int) -> bool:
        """Pay an order (BR-001)."""
        # BR-009 is gone
        return True
`;
const tests = `from app.orders.service import OrderService


def test_br_001_paid() -> None:
    assert OrderService().pay(1)
`;
const spec = `---
backend-spec: module
name: OrderService
module: app/orders
---

# Backend Service Specification: OrderService

## Business Logic

### Business Rules

| ID | Rule | Description |
|---|---|---|
| BR-001 | An order is paid once | |
`;

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function started() {
  const { folder, remove } = await workspaceOf({
    "pyproject.toml": "",
    "app/orders/service.py": service,
    "tests/test_orders.py": tests,
    "specs/orders.md": spec,
  });
  cleanUp.push(remove);
  const client = await Client.start([folder], {});
  cleanUp.push(() => client.stop());
  const code = await client.open(join(folder, "app/orders/service.py"), service);
  const document = await client.open(join(folder, "specs/orders.md"), spec, "markdown");
  await client.diagnostics(document, () => true);
  const ask = <T>(method: string, uri: string, line: number, character: number, more = {}) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
      ...more,
    });
  const shown = (all: readonly Location[]) =>
    all
      .map(
        ({ uri, range: { start } }) =>
          `${uri.slice(uri.lastIndexOf("/") + 1)}:${start.line}:${start.character}`,
      )
      .sort();
  return { client, ask, shown, code, document };
}

test("a rule is known from the code that names it", async () => {
  const { ask, shown, code } = await started();
  const at = [4, 28] as const;
  const hover = await ask<Hover>("hover", code, ...at);
  expect(hover.contents).toMatchObject({
    value: expect.stringMatching(/^\*\*BR-001\*\* An order is paid once\n[\s\S]*test_br_001_paid/),
  });
  expect(shown(await ask<Location[]>("definition", code, ...at))).toEqual(["orders.md:14:2"]);
  const context = { includeDeclaration: true };
  expect(shown(await ask<Location[]>("references", code, ...at, { context }))).toEqual([
    "orders.md:14:2",
    "service.py:4:25",
    "test_orders.py:3:9",
  ]);
  // No spec has that rule any more.
  expect(await ask("prepareRename", code, 5, 12)).toBeNull();
});

test("a rule is renamed in spec, code and tests from any of them", async () => {
  const { ask, code, document } = await started();
  for (const [uri, line, character] of [
    [code, 4, 28],
    [document, 14, 4],
  ] as const) {
    const edit = await ask<WorkspaceEdit>("rename", uri, line, character, { newName: "BR-012" });
    const edits = edit.documentChanges?.flatMap((one) =>
      "edits" in one
        ? one.edits.map((each) => [
            "newText" in each && each.newText,
            "range" in each && each.range.start.character,
          ])
        : [],
    );
    expect(edits).toEqual([
      ["BR-012", 2],
      ["012", 28],
      ["012", 12],
    ]);
  }
  await expect(ask("rename", code, 4, 28, { newName: "ten" })).rejects.toThrow(/An ID is/);
});

test("the matrix and the comparison of a spec, over LSP", async () => {
  const { client, document } = await started();
  const report = (params: object) =>
    client.connection.sendRequest<{ markdown: string }>("backendSpec/specReport", params);
  const { markdown } = await report({ kind: "matrix", uri: document });
  expect(markdown).toContain("[test_br_001_paid](tests/test_orders.py#L4)");
  const compared = await report({ kind: "comparison", uri: document });
  expect(compared.markdown).toContain("The rule BR-009");
});

test("a spec that names no code is offered the likeliest", async () => {
  const { client, document } = await started();
  await client.change(document, 2, spec.replace("module: app/orders", "module: app/old"));
  const start = { line: 3, character: 0 };
  const actions = await client.codeActions(document, { start, end: start });
  expect(actions.map(({ title }) => title)).toContain(
    "Bind this spec to app/orders/service.py (OrderService)",
  );
});

test("the ID of a rule that is gone is not given again while code names it", async () => {
  const { ask, document } = await started();
  const items = await ask<CompletionItem[]>("completion", document, 15, 0);
  expect(items.map(({ label }) => label)).toContain("| BR-010 row");
});
