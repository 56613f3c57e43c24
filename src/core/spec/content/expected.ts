import type { SectionFormat } from "../formats/format";
import { type ContentBlock, todo } from "./blocks";

/** What a section of a format shows where nothing is known: its table's header, and marks of what to write. */
export function expected(section: SectionFormat): ContentBlock[] {
  const { about, holds, parts = [] } = section;
  if (holds.length === 0)
    return parts.some((part) => part.repeats && !part.required) ? [todo(about)] : [];
  return holds.flatMap((holding): ContentBlock[] => {
    const mark = todo(holding.hint ?? about);
    if (holding.kind !== "table") return [mark];
    return [{ kind: "table", columns: holding.columns, rows: [] }, mark];
  });
}
