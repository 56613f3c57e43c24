import { beforeAll, describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../../edits/plan";
import type { PythonParser } from "../../python/parser";
import { testParser } from "../../python/testing";
import type { Range } from "../../text/range";
import { ownFormats } from "../formats";
import { addBehind, addRow, confirmProposals, setCell } from "./edit";
import { idRows, idsIn, nextId } from "./references";
import { type SpecDocument, SpecReader } from "./specDocument";
import { statusOf } from "./status";

const text = `---
backend-spec: service
name: Scoring
---

# Backend Spec: Scoring

## Overview

As BR-001 and BR-7 say, not XBR-001 or BR-001-a.

## Our Own Section

### Metrics

## Dependencies

| Dependency | timeout | Purpose |
|---|---|---|
| PostgreSQL | 5s <!-- proposed --> | a \\| b | more |
| Redis <!-- planned --> |

## Data Models

### Score

\`\`\`python
@dataclass
class Score:
    status: Literal["queued", "done"] | None = "queued"
    value: dict[str, int]
\`\`\`

## Service Interface

### Method Details

\`\`\`python
class Scoring:
    async def create_score(self, data: ScoreCreate, *, strict: bool = False) -> Score:
        """Create one.

        Args:
            data: what to create
                in two lines

        Raises:
            - ConflictError: BR-001 fails
            NotFoundError

        Events:
            ScoreCreated: afterwards
        """
\`\`\`

## Business Logic

### Business Rules

| ID | Rule | Implementation | Validation Point |
|----|------|------|------|
| BR-001 | One | | |
|  | Two | | |
`;

let parser: PythonParser;
beforeAll(async () => {
  parser = await testParser();
});

function read(source: string): SpecDocument | undefined {
  return new SpecReader((python) => parser.read(python)).read(source, ownFormats);
}

function spec(source = text): SpecDocument {
  const found = read(source);
  if (found === undefined) throw new Error("no spec");
  return found;
}

const at = (range: Range, source = text): string =>
  TextDocument.create("file:///a.md", "markdown", 0, source).getText(range);

const applied = (edits: readonly TextEdit[], source = text): string =>
  TextDocument.applyEdits(TextDocument.create("file:///a.md", "markdown", 0, source), [...edits]);

describe("a document is a spec", () => {
  test.each([
    ["---\nbackend-spec: task\n---\n# Anything\n", "task"],
    ["# Backend Spec: A\n", "service"],
    ["## Backend Spec: A\n", "service"],
    ["# Backend Service Specification: A\n", "module"],
    ["# Backend Implementation Guide\n", "guide"],
    ["---\ntitle: x\n---\n# Backend Spec: A\n", undefined],
    ["---\nbackend-spec: sonnet\n---\n# Backend Spec: A\n", undefined],
    ["# Implementation Plan\n\n# Backend Spec: A\n", undefined],
    ["text\n", undefined],
    ["", undefined],
  ])("%j: %s", (source, format) => {
    expect(read(source)?.format.name).toBe(format);
  });
});

describe("a document", () => {
  test("has its known sections and tables; others are left alone", () => {
    const document = spec();
    expect(document.name).toBe("Scoring");
    expect(document.allParts.map(({ format }) => format.id)).toEqual([
      "overview",
      "dependencies",
      "data-models",
      "data-model",
      "interface",
      "method-details",
      "business-logic",
      "business-rules",
    ]);
    const [row, ragged] = document.table("dependencies")?.rows ?? [];
    expect([row?.text("Timeout"), row?.text("purpose"), row?.cell("Fallback")]).toEqual([
      "5s",
      "a | b",
      undefined,
    ]);
    expect(ragged?.text("Timeout")).toBe("");
    expect(ragged && statusOf(ragged.row.range, document.markdown)).toBe("planned");
  });

  test("has its Python with places in the document", () => {
    const document = spec();
    const [score] = document.pythonIn("data-models").flatMap(({ classes }) => classes);
    expect(score?.fields.map((field) => [field.name, field.annotation, field.value])).toEqual([
      ["status", 'Literal["queued", "done"] | None', '"queued"'],
      ["value", "dict[str, int]", undefined],
    ]);
    expect(score?.fields[0]?.literals.map(({ range }) => at(range))).toEqual([
      '"queued"',
      '"done"',
    ]);
    const [service] = document.pythonIn("interface").flatMap(({ classes }) => classes);
    const [method] = service?.methods ?? [];
    expect(method).toMatchObject({ name: "create_score", returns: "Score", isAsync: true });
    expect(method?.parameters).toEqual(["data", "strict"]);
    const items = method?.docstring.map(({ name, items }) => [
      name,
      ...items.map((item) => at(item.range)),
    ]);
    expect(items).toEqual([
      ["Args", "data"],
      ["Raises", "ConflictError", "NotFoundError"],
      ["Events", "ScoreCreated"],
    ]);
  });

  test("has its IDs where they are defined and used", () => {
    const document = spec();
    expect(idsIn(document).map(({ id }) => id)).toEqual(["BR-001", "BR-7", "BR-001", "BR-001"]);
    const ids = idRows(document, "BR").map(({ text: id }) => id);
    expect(ids).toEqual(["BR-001", ""]);
    expect(
      nextId(
        "BR",
        idsIn(document).map(({ id }) => id),
      ),
    ).toBe("BR-008");
  });

  test("is read at any state of being written", () => {
    const step = 7;
    for (let end = 0; end < text.length; end += step) {
      const document = read(text.slice(0, end));
      expect(() => [document?.tables, document?.python, document && idsIn(document)]).not.toThrow();
    }
  });
});

describe("an edit", () => {
  test.each(["\n", "\r\n"])("changes only its own lines (%j)", (lineBreak) => {
    const source = text.replaceAll("\n", lineBreak);
    const document = spec(source);
    const table = document.table("dependencies");
    const cell = table?.rows[0]?.cell("Timeout");
    const section = document.part("dependencies")?.section;
    if (table === undefined || cell === undefined || section === undefined) throw new Error("none");
    const edits = [
      addRow(table.table, ["S3", "1s", "a|b"], document.markdown),
      setCell(cell, "3s | x"),
      addBehind(section, "New.\n\nText.", document.markdown),
    ];
    const before = source.split(lineBreak);
    const after = applied(edits, source).split(lineBreak);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "| PostgreSQL | 3s \\| x | a \\| b | more |",
      "| S3 | 1s | a\\|b |",
      "New.",
      "Text.",
    ]);
    expect(after.filter((line) => line.includes("\r"))).toEqual([]);
  });

  test("confirms what was proposed in a section", () => {
    const document = spec();
    const section = document.part("dependencies")?.section;
    const edits = section ? confirmProposals(document, section) : [];
    expect(applied(edits)).toBe(text.replace(" <!-- proposed -->", ""));
    const other = document.part("overview")?.section;
    expect(other && confirmProposals(document, other)).toEqual([]);
  });
});
