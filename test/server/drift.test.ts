import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Client, workspaceOf } from "./client";

const service = `class OrderService:
    """Leads orders."""

    def pay(self, key: int) -> bool:
        """Pay an order."""
        return True
`;
const spec = `---
backend-spec: module
name: OrderService
module: app/orders
---

# Backend Service Specification: OrderService

## Service Interface

\`\`\`python
def pay(self, key: int) -> bool:
    """Pay an order."""
\`\`\`
`;

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

test("a difference shows on both sides while the code is typed, and goes with the spec", async () => {
  const { folder, remove } = await workspaceOf({
    "pyproject.toml": "",
    "app/orders/service.py": service,
    "specs/orders.md": spec,
  });
  cleanUp.push(remove);
  const client = await Client.start([folder], {});
  cleanUp.push(() => client.stop());
  const code = await client.open(join(folder, "app/orders/service.py"), service);
  const document = await client.open(join(folder, "specs/orders.md"), spec, "markdown");
  const ofDrift = (all: readonly { code?: unknown }[]) =>
    all.filter((one) => one.code === "drift-method");

  await client.change(code, 2, service.replace("key: int", "key: str"));
  const inSpec = await client.diagnostics(document, (all) => ofDrift(all).length > 0);
  expect(ofDrift(inSpec)).toMatchObject([
    {
      range: { start: { line: 11, character: 14 }, end: { line: 11, character: 17 } },
      message: "The method pay: the type of key is int here and str in the code.",
      relatedInformation: [{ location: { uri: code, range: { start: { line: 3 } } } }],
    },
  ]);
  const inCode = await client.diagnostics(code, (all) => ofDrift(all).length > 0);
  expect(ofDrift(inCode)).toMatchObject([
    {
      range: { start: { line: 3, character: 4 }, end: { line: 3, character: 36 } },
      relatedInformation: [{ location: { uri: document, range: { start: { line: 11 } } } }],
    },
  ]);

  await client.change(document, 2, spec.replace("key: int", "key: str"));
  expect(ofDrift(await client.diagnostics(code, (all) => ofDrift(all).length === 0))).toEqual([]);
});
