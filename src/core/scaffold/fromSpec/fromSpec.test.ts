import { describe, expect, test } from "vitest";
import { testParser } from "../../python/testing";
import { applyPlan, root, scaffoldedProject, templates, textOf } from "../testing";
import { scaffoldFromSpec } from "./scaffoldFromSpec";

const path = "specs/001-invoices/module-invoices.md";
const send = `    async def send(self, invoice_id: UUID) -> Invoice:
        """Send an invoice, as BR-001 has it.

        Raises:
            InvoiceLockedError: while its period is closed.

        Events:
            invoice.sent
        """
`;
const document = `---
backend-spec: module
name: InvoiceService
---

# Backend Service Specification: InvoiceService

## Data Models

\`\`\`python
class Invoice:
    id: UUID
    number: str  # at most 20 characters, unique
    amount: Decimal = Decimal("9.90")  # 12 digits, 2 behind the point
    status: Literal["draft", "sent"] = "draft"  # indexed
    owner: UUID  # refers to users, on delete cascade
    note: str | None
    tags: list[str] = field(default_factory=list)
    seen: datetime  # now unless given


class InvoiceTotals:
    count: int
\`\`\`

## Service Interface

\`\`\`python
class InvoiceService:
${send}
    async def totals(self, since: date) -> InvoiceTotals: ...

    async def get_invoice(self, invoice_id: UUID) -> Invoice:
        """Return an invoice."""
\`\`\`

## Business Logic

### Business Rules

| ID     | Rule                              | Description |
| ------ | --------------------------------- | ----------- |
| BR-001 | An invoice is never sent on Sunday | Calendar    |

### State Machine

\`\`\`mermaid
stateDiagram-v2
    [*] --> draft
    draft --> sent: send
\`\`\`

## Error Handling

| Error  | Type               | HTTP Status | Response                            |
| ------ | ------------------ | ----------- | ----------------------------------- |
| Locked | InvoiceLockedError | 409         | The period of the invoice is closed. |
`;

async function desk(profile: "modular" | "layered", text = document) {
  const files = await scaffoldedProject("none", profile);
  files.write(path, text);
  const host = { templates, fileSystem: files, parser: await testParser() };
  const run = async () => {
    const scaffold = await scaffoldFromSpec({ spec: `${root}/${path}`, root }, host);
    if ("plan" in scaffold) await applyPlan(scaffold, files);
    return scaffold;
  };
  const service =
    profile === "modular" ? "shop/modules/invoices/service.py" : "app/services/invoice_service.py";
  return { files, run, service };
}

describe.each(["modular", "layered"] as const)("a spec in a %s project", (profile) => {
  test("becomes a module with its methods, errors, rules and states", async () => {
    const { files, run, service } = await desk(profile);
    expect(await run()).toMatchObject({ conflicts: [], manual: [] });
    expect(await textOf(files, ".backend-spec/scaffold.yaml")).toContain(`  invoices:
    - number:str(20) unique
    - amount:decimal(12,2)=9.90
    - status:enum(draft,sent)=draft index
    - owner:ref(users, cascade)
    - note:text?
    - tags:list(text)=[]
    - seen:datetime=now
`);
    const text = await textOf(files, service);
    expect((await testParser()).read(text).errors).toEqual([]);
    expect(text).toContain(`        invoice = await self.get(invoice_id)
        # BR-001: An invoice is never sent on Sunday.
        # InvoiceLockedError: The period of the invoice is closed; when that is so, is said here.
        is_invoice_locked = False
        if is_invoice_locked:
            raise InvoiceLockedError
        # invoice.sent is published here.
        self._move(invoice, "sent")
`);
    expect(text).toContain("            self._move(invoice, data.status)\n");
    expect(text).toContain("async def totals(self, since: date) -> InvoiceTotals:\n        raise");
    expect(text).toContain("return await self.get(invoice_id)");
    expect(text.match(/def _move/g)).toHaveLength(1);
  });

  test("is told where its code is and what that does besides, and a second run adds nothing", async () => {
    const { files, run } = await desk(profile);
    await run();
    const text = await textOf(files, path);
    expect(text).toMatch(
      /^module: (?:shop\/modules\/invoices|app\/services\/invoice_service\.py)$/m,
    );
    expect(text).toContain("    owner_id: UUID  # refers to users");
    expect(text).toContain("    async def create(self, data: InvoiceCreate) -> Invoice:");
    expect(await run()).toMatchObject({ plan: { creations: [], edits: [] }, manual: [] });
  });

  test("adds what it has got since, and keeps what was written by hand", async () => {
    const { files, run, service } = await desk(profile);
    await run();
    const text = await textOf(files, service);
    const edited = text.replace(
      "        is_invoice_locked = False\n",
      "        is_invoice_locked = mine()\n",
    );
    files.write(service, edited);
    const spec = await textOf(files, path);
    files.write(
      path,
      spec
        .replace("    note: str | None\n", "    note: str | None\n    weight: float | None\n")
        .replace(
          send,
          `${send}\n    async def void(self, invoice_id: UUID) -> None:\n        """Void it."""\n`,
        ),
    );
    await run();
    const grown = await textOf(files, service);
    expect(grown).toContain("is_invoice_locked = mine()\n");
    expect(grown).toContain("    async def void(self, invoice_id: UUID) -> None:");
    expect(await textOf(files, ".backend-spec/scaffold.yaml")).toContain("- weight:float?");
    expect(await run()).toMatchObject({ plan: { creations: [], edits: [] } });
  });
});

describe("a spec that cannot be a module", () => {
  test.each([
    ["# Notes\n", "1: This is no spec of a module or service."],
    [document.replace("note: str | None", "note: Money"), "17: note: No column holds a “Money”."],
    [document.replace("class Invoice:", "class Invoice"), "11: This is no Python."],
    [
      document.replace("refers to users", "refers to people"),
      "owner:ref(people, cascade): There is no table",
    ],
  ])("says where", async (text, message) => {
    const { run } = await desk("modular", text);
    const scaffold = await run();
    expect("problem" in scaffold && scaffold.problem).toContain(message);
  });

  test("leaves a method of unknown types to people, with its line", async () => {
    const text = document.replace("-> InvoiceTotals: ...", "-> Sums: ...");
    const { run } = await desk("modular", text);
    expect(await run()).toMatchObject({
      manual: [{ path: `${path}:40`, reason: expect.stringContaining("no class “Sums”") }],
    });
  });
});
