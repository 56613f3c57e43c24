import type { Range } from "../../text/range";

/** A part of a docstring: what stands behind `Args:`, `Returns:`, `Raises:` and the like. */
export interface DocstringSection {
  readonly name: string;
  /** Where its name stands, in the fence. */
  readonly range: Range;
  readonly items: readonly DocstringItem[];
}

/** `NotFoundError: if there is none` below `Raises:`. */
export interface DocstringItem {
  readonly name: string;
  readonly text: string;
  readonly range: Range;
}

const heading =
  /^(\s*)(Args|Arguments|Parameters|Returns|Return|Yields|Raises|Events|Metrics)\s*:\s*(.*)$/;
const item =
  /^(\s+)(?:[-*]\s+)?`?([\p{L}_][\p{L}\p{N}_.]*)`?(?:\s*\([^)]*\))?\s*(?::|\s-\s|$)\s*(.*)$/u;

/**
 * The sections of a docstring in Google's form.
 * @param lines the source lines of the fence that the docstring stands in
 */
export function docstringSections(
  lines: readonly string[],
  first: number,
  last: number,
): DocstringSection[] {
  const sections: { name: string; range: Range; items: DocstringItem[]; indent: number }[] = [];
  let inner: number | undefined;
  for (let line = first; line <= last; line++) {
    const text = (lines[line] ?? "").replace(/("""|''')\s*$/, "");
    const [, indent, name, rest] = heading.exec(text) ?? [];
    if (indent !== undefined && name !== undefined) {
      const at = indent.length;
      const items = rest ? [itemAt(line, text.length - rest.length, rest)] : [];
      sections.push({ name, range: rangeOf(line, at, name.length), items, indent: at });
      inner = undefined;
      continue;
    }
    const open = sections.at(-1);
    if (open === undefined || text.trim() === "") continue;
    const depth = /^\s*/.exec(text)?.[0].length ?? 0;
    if (depth <= open.indent) continue;
    inner ??= depth;
    // What is deeper goes on with the item above.
    if (depth > inner) continue;
    open.items.push(itemAt(line, depth, text.trim()));
  }
  return sections.map(({ name, range, items }) => ({ name, range, items }));
}

function itemAt(line: number, character: number, text: string): DocstringItem {
  const [, , name, said] = item.exec(` ${text}`) ?? [];
  if (name === undefined) return { name: "", text, range: rangeOf(line, character, text.length) };
  const at = character + text.indexOf(name);
  return { name, text: said ?? "", range: rangeOf(line, at, name.length) };
}

function rangeOf(line: number, start: number, length: number): Range {
  return { start: { line, character: start }, end: { line, character: start + length } };
}
