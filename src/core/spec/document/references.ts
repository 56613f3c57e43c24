import type { Range } from "../../text/range";
import { oncePerDocument } from "./once";
import type { SpecDocument } from "./specDocument";

/** An ID such as BR-001 where it stands in a document. */
export interface IdUse {
  readonly id: string;
  readonly range: Range;
}

/** A row that has an ID, or should have one. */
export interface IdRow {
  /** What the cell says; it may be none. */
  readonly text: string;
  readonly range: Range;
}

/** What the IDs of a format begin with. */
export function idPrefixes({ format, tables }: SpecDocument): Set<string> {
  const ofTables = tables.flatMap(({ holding }) => holding.ids ?? []);
  const walk = (sections: typeof format.sections): string[] =>
    sections.flatMap(({ holds, parts = [] }) => [
      ...holds.flatMap((held) => (held.kind === "table" && held.ids ? [held.ids] : [])),
      ...walk(parts),
    ]);
  return new Set([...ofTables, ...walk(format.sections)]);
}

/** Every ID of a document in order: in text, tables and fences. */
export const idsIn = oncePerDocument((document): readonly IdUse[] => {
  const prefixes = [...idPrefixes(document)];
  if (prefixes.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w-])(?:${prefixes.join("|")})-\\d+(?![\\w-])`, "g");
  const { lines } = document.markdown;
  const found: IdUse[] = [];
  for (let line = 0; line < lines.count; line++) {
    for (const { 0: id, index } of lines.line(line).matchAll(pattern)) {
      const range = {
        start: { line, character: index },
        end: { line, character: index + id.length },
      };
      found.push({ id, range });
    }
  }
  return found;
});

/** The cells that define IDs of a prefix. */
export function idRows({ tables }: SpecDocument, prefix: string): IdRow[] {
  return tables
    .filter(({ holding }) => holding.ids === prefix)
    .flatMap(({ rows }) =>
      rows.flatMap(({ row }): IdRow[] => {
        const [cell] = row.cells;
        return cell ? [{ text: cell.text, range: cell.range }] : [];
      }),
    );
}

/** The next ID of a prefix that no row has and none had: one more than the highest. */
export function nextId(prefix: string, taken: Iterable<string>): string {
  let highest = 0;
  for (const id of taken) {
    const number = new RegExp(`^${prefix}-(\\d+)$`).exec(id)?.[1];
    highest = Math.max(highest, Number(number ?? 0));
  }
  return `${prefix}-${String(highest + 1).padStart(3, "0")}`;
}
