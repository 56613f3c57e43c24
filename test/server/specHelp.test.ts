import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  DocumentLink,
  FoldingRange,
  Hover,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { Client, uriOf, workspaceOf } from "./client";

const spec = `---
backend-spec: module
name: Orders
module: app/orders
---

# Backend Service Specification: Orders

## Dependencies

| Dependency | Type | Timeout | Fallback |
| ---------- | ---- | ------- | -------- |
| Stripe | External API | 5s <!-- proposed --> | None |

## Business Logic

### Business Rules

| ID | Rule | Description |
| -- | ---- | ----------- |
| BR-001 | Totals are in cents | As written |

## Testing Strategy

BR-001 and Stripe are tested. See [the code](../app/orders/service.py).
`;
const line = (text: string): number => spec.split("\n").findIndex((one) => one.includes(text));
const at = (text: string, word = text) => ({
  line: line(text),
  character: (spec.split("\n")[line(text)] ?? "").indexOf(word) + 1,
});

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function open(text = spec) {
  const { folder, remove } = await workspaceOf({
    "app/orders/service.py": "class OrderService:\n    def a(self) -> None: ...\n",
  });
  cleanUp.push(remove);
  const client = await Client.start([folder], {});
  cleanUp.push(() => client.stop());
  const uri = await client.open(join(folder, "docs/orders.md"), text, "markdown");
  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    client.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri },
      ...params,
    });
  return { folder, client, uri, ask };
}

const textOf = (edit: WorkspaceEdit | null | undefined): string[] =>
  // Our server answers with edits of one document.
  ((edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits ?? []).map((one) =>
    "newText" in one ? one.newText : "",
  );

test("an ID: hover, definition, references and rename", async () => {
  const { ask, uri } = await open();
  const position = at("BR-001 and", "BR-001");
  const hover = await ask<Hover>("hover", { position });
  expect(JSON.stringify(hover.contents)).toContain("Totals are in cents");
  const definition = await ask<Location[]>("definition", { position });
  expect(definition).toMatchObject([{ uri, range: { start: { line: line("| BR-001") } } }]);
  const context = { includeDeclaration: true };
  expect(await ask<Location[]>("references", { position, context })).toHaveLength(2);
  expect(await ask("prepareRename", { position })).toMatchObject({ placeholder: "BR-001" });
  expect(textOf(await ask<WorkspaceEdit>("rename", { position, newName: "BR-010" }))).toEqual([
    "BR-010",
    "BR-010",
  ]);
  await expect(ask("rename", { position, newName: "ten" })).rejects.toThrow(/An ID is upper-case/);
});

test("completion follows what is typed", async () => {
  const { ask, client, uri } = await open();
  const typed = spec.replace("| As written |\n", "| As written |\n|\n");
  await client.change(uri, 2, typed);
  const position = { line: line("| BR-001") + 1, character: 1 };
  const items = await ask<CompletionItem[]>("completion", { position });
  expect(items).toMatchObject([
    { label: "| BR-002 row", textEdit: { newText: "| BR-002 | rule | description |" } },
  ]);
});

test("code actions: confirm, add a row, format", async () => {
  const { ask } = await open();
  const start = at("| Stripe", "Stripe");
  const actions = await ask<CodeAction[]>("codeAction", {
    range: { start, end: start },
    context: { diagnostics: [], only: ["refactor"] },
  });
  expect(actions.map(({ title }) => title)).toEqual([
    "Confirm the proposal of “Dependencies”",
    "Add a row to “Dependencies”",
    "Format the table",
  ]);
  expect(textOf(actions[1]?.edit).join()).toContain("| <!-- TODO: dependency --> |");
});

test("links to modules and files, and folding", async () => {
  const { ask, folder, client, uri } = await open();
  const service = uriOf(join(folder, "app/orders/service.py"));
  const links = await ask<DocumentLink[]>("documentLink");
  expect(links.map(({ target }) => target)).toEqual([service, service]);
  const folds = await ask<FoldingRange[]>("foldingRange");
  expect(folds).toContainEqual({ startLine: 0, endLine: 4 });
  // What is made meanwhile is there.
  await client.change(uri, 2, spec.replace("module: app/orders", "module: app/users"));
  expect(await ask<DocumentLink[]>("documentLink")).toHaveLength(1);
  await mkdir(join(folder, "app/users"));
  const file = join(folder, "app/users/service.py");
  await writeFile(file, "");
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(file), type: 1 }],
  });
  expect(await ask<DocumentLink[]>("documentLink")).toHaveLength(2);
});

test("a document that is no spec is left to others", async () => {
  const { ask } = await open(spec.replace("backend-spec: module", "title: x"));
  const position = at("BR-001 and", "BR-001");
  expect(await ask("hover", { position })).toBeNull();
  expect(await ask("definition", { position })).toEqual([]);
  expect(await ask("prepareRename", { position })).toBeNull();
  expect(await ask("rename", { position, newName: "BR-010" })).toBeNull();
  expect(await ask("foldingRange")).toBeNull();
  expect(await ask("completion", { position })).toEqual([]);
});
