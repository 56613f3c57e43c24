import DOMPurify from "dompurify";
import mermaid from "mermaid";
import { beforeAll, expect, test } from "vitest";
import { diagramsOf } from "../../diagrams/findDiagrams";
import { parseMarkdown } from "../../markdown/parseMarkdown";
import type { PythonParser } from "../../python/parser";
import { testParser } from "../../python/testing";
import { codeBaseOf } from "../../testing/testCodeBase";
import { formats } from "../formats";
import { renderSpec } from "../renderSpec";
import { subjectOf } from "../subject";
import { readFacts } from "./readFacts";
import { shop } from "./shop";
import { codeWritersOf } from "./writers";

let python: PythonParser;

beforeAll(async () => {
  python = await testParser();
  // Mermaid asks it for what only a browser has; nothing is rendered here.
  Object.assign(DOMPurify, { sanitize: (dirty: string) => dirty, addHook: () => undefined });
});

async function documentOf(path: string, format: keyof typeof formats): Promise<string> {
  const code = readFacts(path, await codeBaseOf(shop));
  if ("problem" in code) throw new Error(code.problem);
  const subject = { ...subjectOf({ name: code.name, purpose: code.purpose }), code };
  const place = "specs/001-a/x.md";
  return renderSpec(subject, formats[format], codeWritersOf(format), "2026-01-15", place);
}

async function expectToParse(text: string): Promise<void> {
  const document = parseMarkdown(text);
  for (const diagram of diagramsOf(document)) await mermaid.parse(diagram.source);
  for (const { language, content } of document.fences) {
    if (language === "python") expect(python.read(content).errors, content).toEqual([]);
  }
  for (const { rows, header } of document.tables) {
    for (const row of rows) expect(row.cells).toHaveLength(header.cells.length);
  }
}

test.each([
  ["service", "app/orders"],
  ["module", "app/orders"],
  ["module", "app/stock.py"],
  ["task", "app/tasks.py"],
  ["guide", ""],
] as const)("a document of format %s of %j holds what parses", async (format, path) => {
  const text = await documentOf(path, format);
  await expectToParse(text);
  expect(text).toContain("](../../app/");
  expect(text).not.toMatch(/undefined|\bUnknown\b/);
});

test("a document keeps the columns of its format, and marks what code does not say", async () => {
  const text = await documentOf("app/orders", "module");
  expect(text).toContain("| Database     | Database         | <!-- TODO: timeout -->");
  expect(text).toContain("[`NotOpenError`](../../app/orders/service.py#L24)");
});
