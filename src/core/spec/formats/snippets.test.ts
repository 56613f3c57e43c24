import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../markdown/parseMarkdown";
import { formats } from ".";
import { allSectionFormats, type Format } from "./format";

// The file is the project's own.
const snippets = JSON.parse(
  readFileSync(new URL("../../../../snippets/spec.code-snippets.json", import.meta.url), "utf8"),
) as Readonly<Record<string, { prefix: string; body: readonly string[] }>>;

/** A snippet as it stands after it was accepted untouched. */
function written(body: readonly string[]): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\$0/g, "")
    .replace(/\$\w+/g, "x")
    .replaceAll("\\}", "}");
}

const texts = Object.values(snippets).map(({ body }) => parseMarkdown(written(body)));
const headers = texts.flatMap(({ tables }) =>
  tables.map(({ header }) => header.cells.map(({ text }) => text).join(" · ")),
);

const tables = (format: Format): string[] =>
  allSectionFormats(format.sections).flatMap(({ holds }) =>
    holds.flatMap((held) => (held.kind === "table" ? [held.columns.join(" · ")] : [])),
  );

describe.each(Object.entries(formats))("%s", (_, format) => {
  test("each table has a snippet with its columns", () => {
    for (const columns of tables(format)) expect(headers).toContain(columns);
  });
});

test("rows have as many cells as their header, and fences are closed", () => {
  for (const { tables: found, fences } of texts) {
    for (const { header, rows } of found) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.cells).toHaveLength(header.cells.length);
    }
    for (const fence of fences) expect(fence.closed).toBe(true);
  }
});

test("no table but those of the formats, and each prefix once", () => {
  const known = new Set(Object.values(formats).flatMap(tables));
  expect(headers.filter((columns) => !known.has(columns))).toEqual([]);
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes.every((prefix) => prefix.startsWith("spec-"))).toBe(true);
});
