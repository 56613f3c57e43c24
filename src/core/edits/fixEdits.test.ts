import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { range } from "../text/range";
import { type FixEdits, mergeFixes } from "./fixEdits";

const replace = (start: number, end: number, newText: string): FixEdits => ({
  replacements: [{ range: range(0, start, 0, end), newText }],
  insertions: [],
});

const insert = (lines: string): FixEdits => ({
  replacements: [],
  insertions: [{ at: { line: 0, character: 0 }, lines, lead: "<", trail: ">" }],
});

const document = TextDocument.create("file:///a", "", 0, "0123456789");

/** The text `0123456789` after the merged fixes, and those left out. */
function merged(...fixes: FixEdits[]) {
  const files = fixes.map((fix) => new Map([["a.py", fix]]));
  const { edits, conflicting } = mergeFixes(files, () => "\n");
  return [TextDocument.applyEdits(document, [...(edits.get("a.py") ?? [])]), ...conflicting];
}

describe("mergeFixes", () => {
  test("applies what stands apart, in whatever order it comes", () => {
    expect(merged(replace(7, 8, "b"), replace(1, 3, "a"))).toEqual(["0a3456b89"]);
  });

  test("leaves a fix out that overlaps an earlier one", () => {
    expect(merged(replace(1, 5, "a"), replace(4, 6, "b"), replace(5, 6, "c"))).toEqual([
      "0ac6789",
      1,
    ]);
  });

  test("writes an equal edit once", () => {
    expect(merged(replace(1, 2, "a"), replace(1, 2, "a"))).toEqual(["0a23456789"]);
  });

  test("joins the lines that several fixes insert at one place", () => {
    expect(merged(insert("a"), insert("b"), insert("a"))).toEqual(["<a\nb>0123456789"]);
  });

  test("writes imports before what else is inserted at their place", () => {
    const [line] = insert("import x").insertions;
    if (line === undefined) throw new Error("nothing to insert");
    const imported = {
      replacements: [],
      insertions: [{ ...line, lead: "(", isImport: true as const }],
    };
    expect(merged(insert("a"), imported, insert("b"))).toEqual(["(import x><a\nb>0123456789"]);
  });

  test("inserts before what is replaced from there on, and never into what is replaced", () => {
    expect(merged(replace(0, 2, "-"), insert("a"))).toEqual(["<a>-23456789"]);
    const [line] = insert("a").insertions;
    if (line === undefined) throw new Error("nothing to insert");
    const within = {
      replacements: [],
      insertions: [{ ...line, at: { line: 0, character: 3 } }],
    };
    expect(merged(replace(1, 5, "-"), within)).toEqual(["0-56789", 1]);
    expect(merged(within, replace(1, 5, "-"))).toEqual(["012<a>3456789", 1]);
    expect(merged(within, replace(1, 3, "-"), replace(3, 5, "+"))).toEqual(["0-<a>+56789"]);
  });

  test("a fix that is left out inserts nothing", () => {
    const both: FixEdits = { ...insert("x"), replacements: replace(1, 2, "b").replacements };
    expect(merged(replace(1, 3, "a"), both)).toEqual(["0a3456789", 1]);
  });

  test("a fix of several files is taken whole or not at all", () => {
    const over = (...paths: string[]) => new Map(paths.map((path) => [path, replace(1, 3, path)]));
    const { edits, conflicting } = mergeFixes(
      [over("a"), over("b", "c"), new Map([...over("d"), ["a", replace(2, 4, "x")]])],
      () => "\n",
    );
    expect([[...edits.keys()], conflicting]).toEqual([["a", "b", "c"], [2]]);
  });
});
