import { pruneImports } from "./pruneImports";
import { sortImports } from "./sortImports";
import { wrapLines } from "./wrapLines";

/** Characters in a line of what is scaffolded, as both profiles' seeds format. */
export const lineLength = 100;

/**
 * Lays Python out as `ruff format` and its import rules would, so that templates need not care for the lengths of names
 * and the order of imports: imports of a block are sorted and merged, lines that are too long are broken at their
 * brackets, and what conditions of a template leave behind goes: blank lines, imports that are not used.
 */
export function tidyPython(text: string): string {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.trimEnd());
  const imported = sortImports(pruneImports(lines));
  return `${squeeze(wrapLines(imported, lineLength)).join("\n")}\n`;
}

/** At most two blank lines at the top level, one within a block, none where a block begins. */
function squeeze(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let blanks = 0;
  for (const line of lines) {
    if (line === "") {
      blanks += 1;
      continue;
    }
    const above = kept.at(-1) ?? "";
    const most = kept.length === 0 || /[:([{]$/.test(above) ? 0 : /^\s/.test(line) ? 1 : 2;
    // A comment may end in a colon, too.
    kept.push(...Array<string>(Math.min(blanks, /^\s*#/.test(above) ? 2 : most)).fill(""), line);
    blanks = 0;
  }
  return kept;
}
