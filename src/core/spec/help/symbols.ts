import { escapeRegExp } from "../../text/escapeRegExp";
import { type Position, type Range, rangeContains } from "../../text/range";
import { isOpen } from "../document/cells";
import { oncePerDocument } from "../document/once";
import { idRows, idsIn } from "../document/references";
import type { SpecDocument } from "../document/specDocument";
import type { SpecRow, SpecTable } from "../document/specTable";
import { definedErrors, errorName, errorTable, isForeign } from "../document/vocabulary";
import { type StateUse, stateUses } from "./states";

/** What a document gives names to. */
export type SymbolKind = "id" | "error" | "code" | "state" | "dependency";

/** A place where a name stands. */
export interface Occurrence {
  readonly range: Range;
  readonly isDefinition: boolean;
  /** Whether it is the id of a diagram there, which holds no blanks. */
  readonly isDiagramId: boolean;
}

/** A name of a document with all its places in order. */
export interface SpecSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The row that says what it stands for. */
  readonly row: SymbolRow | undefined;
  readonly occurrences: readonly Occurrence[];
}

export interface SymbolRow {
  readonly table: SpecTable;
  readonly row: SpecRow;
}

interface Draft {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly row: SymbolRow | undefined;
  readonly definition: Range | undefined;
  readonly occurrences: Occurrence[];
}

/** All IDs, errors, error codes, states and dependencies of a document. */
export const symbolsIn = oncePerDocument((spec): readonly SpecSymbol[] => {
  const ids = idSymbols(spec);
  const named = namedIn(spec);
  findNames(spec, named);
  return [...ids, ...named.values(), ...stateSymbols(stateUses(spec))];
});

/** The name at a place; one that has no place of definition is a name, too. */
export function symbolAt(
  spec: SpecDocument,
  position: Position,
): { readonly symbol: SpecSymbol; readonly occurrence: Occurrence } | undefined {
  const at = { start: position, end: position };
  for (const symbol of symbolsIn(spec)) {
    const occurrence = symbol.occurrences.find(({ range }) => rangeContains(range, at));
    if (occurrence !== undefined) return { symbol, occurrence };
  }
  return undefined;
}

function idSymbols(spec: SpecDocument): SpecSymbol[] {
  const drafts = new Map<string, Draft>();
  for (const table of spec.tables) {
    const { ids } = table.holding;
    if (ids === undefined) continue;
    const cells = idRows(spec, ids).map(({ range }) => range);
    for (const row of table.rows) {
      const cell = row.row.cells[0];
      if (cell === undefined || !cells.includes(cell.range) || drafts.has(cell.text)) continue;
      add(drafts, "id", cell.text, cell.range, { table, row });
    }
  }
  for (const { id, range } of idsIn(spec)) {
    const draft = drafts.get(id) ?? add(drafts, "id", id, undefined, undefined);
    take(draft, range);
  }
  return [...drafts.values()];
}

/** Errors, codes and dependencies that tables define, and errors that are only used. */
function namedIn(spec: SpecDocument): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const errors = errorTable(spec);
  for (const { name, cell, row } of definedErrors(spec)) {
    const holder = errors && { table: errors, row };
    if (!drafts.has(name)) add(drafts, "error", name, cell.range, holder);
    const code = row.cell("Error Code");
    if (code === undefined || isOpen(code) || drafts.has(code.text)) continue;
    add(drafts, "code", code.text, code.range, holder);
  }
  for (const table of spec.tables) {
    if (!table.holding.columns.includes("Dependency")) continue;
    for (const row of table.rows) {
      const cell = row.cell("Dependency");
      if (cell === undefined || isOpen(cell) || drafts.has(cell.text)) continue;
      add(drafts, "dependency", cell.text, cell.range, { table, row });
    }
  }
  return drafts;
}

/** Finds names as whole words in all lines. */
function findNames({ markdown }: SpecDocument, drafts: Map<string, Draft>): void {
  const known = [...drafts.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_/.-])(?:${[...known, errorName.source].join("|")})(?![\\p{L}\\p{N}_/]|[.-][\\p{L}\\p{N}])`,
    "gu",
  );
  const { lines, frontMatter } = markdown;
  for (let line = (frontMatter?.range.end.line ?? -1) + 1; line < lines.count; line++) {
    for (const { 0: name, index: character } of lines.line(line).matchAll(pattern)) {
      if (!drafts.has(name) && isForeign(name)) continue;
      const draft = drafts.get(name) ?? add(drafts, "error", name, undefined, undefined);
      take(draft, {
        start: { line, character },
        end: { line, character: character + name.length },
      });
    }
  }
}

function stateSymbols(uses: readonly StateUse[]): SpecSymbol[] {
  const symbols = new Map<string, { name: string; occurrences: Occurrence[] }>();
  for (const { key, name, range, isDefinition, isDiagramId } of uses) {
    const known = symbols.get(key) ?? { name, occurrences: [] };
    symbols.set(key, known);
    known.occurrences.push({ range, isDefinition, isDiagramId });
  }
  return [...symbols.values()].map(({ name, occurrences }) => {
    const sorted = occurrences.sort((a, b) => a.range.start.line - b.range.start.line);
    return { kind: "state", name, row: undefined, occurrences: sorted };
  });
}

function add(
  drafts: Map<string, Draft>,
  kind: SymbolKind,
  name: string,
  definition: Range | undefined,
  row: SymbolRow | undefined,
): Draft {
  const draft: Draft = { kind, name, row, definition, occurrences: [] };
  if (name !== "") drafts.set(name, draft);
  return draft;
}

function take({ definition, occurrences }: Draft, range: Range): void {
  const isDefinition = definition !== undefined && rangeContains(definition, range);
  occurrences.push({ range, isDefinition, isDiagramId: false });
}
