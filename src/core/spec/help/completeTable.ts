import type { Position, Range } from "../../text/range";
import type { SpecDocument } from "../document/specDocument";
import { isColumn, type SpecTable } from "../document/specTable";
import { errorColumn, errorTable, signatures } from "../document/vocabulary";
import type { SpecCompletion } from "./completion";
import { freeId, wantedIn } from "./openRow";

/** What can be written in a table that the format knows; `undefined` where there is none, or nothing of its own. */
export function completeTable(
  spec: SpecDocument,
  position: Position,
  before: string,
  elsewhere: Iterable<string>,
): SpecCompletion[] | undefined {
  const { line } = position;
  const table = spec.tables.find(
    ({ table: { range, delimiterLine } }) => delimiterLine < line && line <= range.end.line + 1,
  );
  if (table === undefined) return undefined;
  const whole = spec.markdown.lines.line(line);
  if (/^\s*\|?\s*$/.test(whole)) {
    const id = freeId(table, spec, elsewhere);
    return [row(table, id, position, whole), ...lackingRows(table, id, spec, position, whole)];
  }
  if (line > table.table.range.end.line) return undefined;
  const column = columnAt(before);
  const header = table.table.header.cells[column]?.text ?? "";
  const cell = before.replace(/^.*(?<!\\)\|\s*/, "");
  const range = { start: { line, character: position.character - cell.length }, end: position };
  const id = column === 0 ? freeId(table, spec, elsewhere) : undefined;
  if (id !== undefined)
    return [{ label: id, kind: "value", detail: "the next free ID", range, text: id }];
  const values = wantedValues(table, header, spec, whole);
  return values.length === 0
    ? undefined
    : values.map((value) => ({ label: value, kind: "value", detail: header, range, text: value }));
}

/** Which cell a place is in. @param before the line up to it */
function columnAt(before: string): number {
  const bars = [...before.matchAll(/(?<!\\)\|/g)].length;
  return /^\s*\|/.test(before) ? bars - 1 : bars;
}

/** A whole row, cell by cell, by the header as it is. */
function row(
  table: SpecTable,
  id: string | undefined,
  { line }: Position,
  whole: string,
  known: ReadonlyMap<number, string> = new Map(),
): SpecCompletion {
  const { cells } = table.table.header;
  const holes = cells.map(({ text }, index) => {
    const written = known.get(index);
    if (written !== undefined) return written.replace(/[$}\\]/g, "\\$&");
    const value = index === 0 && id !== undefined ? id : wantedIn(text);
    return `\${${index + 1}:${value.replace(/[$}\\]/g, "\\$&")}}`;
  });
  const indent = /^\s*/.exec(whole)?.[0].length ?? 0;
  const range: Range = {
    start: { line, character: indent },
    end: { line, character: whole.length },
  };
  return {
    label: id === undefined ? "| row" : `| ${id} row`,
    kind: "row",
    detail: cells.map(({ text }) => text).join(" · "),
    range,
    text: `| ${holes.join(" | ")} |`,
  };
}

/** A row for each thing that the table lacks: each method, error and dependency that the document speaks of. */
function lackingRows(
  table: SpecTable,
  id: string | undefined,
  spec: SpecDocument,
  position: Position,
  whole: string,
): SpecCompletion[] {
  const headers = table.table.header.cells.map(({ text }) => text);
  const wanted = headers.map((header) => wantedValues(table, header, spec, whole));
  const column = wanted.findIndex((values) => values.length > 0);
  const below = rowsBelow(position.line, spec);
  const lacking = (wanted[column] ?? []).filter(
    (value) => !below.some((one) => one.includes(value)),
  );
  return lacking.map((value) => {
    const cells = new Map([[column, value]]);
    const code = headers.findIndex((header) => isColumn("Error Code", header));
    const [known] = code < 0 ? [] : codesFor(value);
    if (known !== undefined) cells.set(code, known);
    return {
      ...row(table, id, position, whole, cells),
      label: `| ${value} row`,
    };
  });
}

/** The rows that an empty line parts from their table while the next one is written. */
function rowsBelow(line: number, { markdown: { lines } }: SpecDocument): string[] {
  const found: string[] = [];
  for (let at = line + 1; at < lines.count && /^\s*\|/.test(lines.line(at)); at++) {
    found.push(lines.line(at));
  }
  return found;
}

/** What a column still lacks: a row for each method, for each error that is raised, for each dependency. */
function wantedValues(
  table: SpecTable,
  header: string,
  spec: SpecDocument,
  line: string,
): readonly string[] {
  const there = new Set(table.rows.map((one) => one.text(header)));
  const absent = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => !there.has(name));
  const is = (...columns: string[]): boolean => columns.some((column) => isColumn(column, header));
  const methods = (): string[] => signatures(spec).map(({ name }) => name);
  if (is("Method", "Operation")) return absent(methods());
  if (table === errorTable(spec) && isColumn(errorColumn(table), header))
    return absent(raised(spec));
  if (is("Error Code")) return codesFor(line);
  if (is("Scenario")) return absent(dependencies(spec).map((name) => `${name} does not answer`));
  return [];
}

/** The errors that signatures raise. */
function raised(spec: SpecDocument): string[] {
  const sections = signatures(spec).flatMap(({ docstring }) => docstring);
  return sections
    .filter(({ name }) => name === "Raises")
    .flatMap(({ items }) => items.map(({ name }) => name))
    .filter((name) => name !== "");
}

function dependencies({ tables }: SpecDocument): string[] {
  const table = tables.find(({ holding }) => holding.columns.includes("Dependency"));
  return table?.rows.map((one) => one.text("Dependency")).filter(Boolean) ?? [];
}

/** The code that follows from the error's name in the same row. */
function codesFor(line: string): string[] {
  const [, name] =
    /(?<!\p{XID_Continue})(\p{Lu}\p{XID_Continue}*?)(?:Error|Exception)(?!\p{XID_Continue})/u.exec(
      line,
    ) ?? [];
  const snake = name
    ?.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2");
  return snake === undefined ? [] : [snake.toUpperCase()];
}
