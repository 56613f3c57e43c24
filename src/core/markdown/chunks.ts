import type { LineIndex } from "./lineIndex";
import { parseSyntaxTree, type SyntaxTree } from "./syntaxTree";

/** A stretch of a text that CommonMark reads by itself. */
export interface Chunk {
  readonly tree: SyntaxTree;
  /** Its offset in the text. */
  readonly start: number;
}

/** Only sections start a piece, not what is deeper: each piece has its cost, too. */
const heading = /^#{1,4}(?:[ \t]|$)/;
const fenceOpening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const fenceClosing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
/** A definition of a link is seen by the whole text, so such texts stay in one piece. */
const definition = /^[ \t>*+\-\d.)]*\[[^\]\n]+\]:/m;

/** HTML blocks that a blank line does not end, by how they open, with what they end at. */
const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*<!--/, /-->/],
  [/^\s*<\?/, /\?>/],
  [/^\s*<!\[CDATA\[/, /\]\]>/],
  [/^\s*<![a-z]/i, />/],
  [/^\s*<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
];

/**
 * Parses a text in pieces that each start with a large heading, which gives the same as parsing it as one and lets
 * unchanged pieces be taken from `known` (by their text). Answers with the pieces, and adds them to `used`.
 */
export function parseChunks(
  text: string,
  lines: LineIndex,
  known: ReadonlyMap<string, SyntaxTree>,
  used: Map<string, SyntaxTree>,
): Chunk[] {
  const bom = text.startsWith("\ufeff") ? 1 : 0;
  const starts = definition.test(text) ? [bom] : [bom, ...headingOffsets(lines)];
  const chunks: Chunk[] = [];
  let index = 0;
  while (index < starts.length) {
    const start = starts[index] ?? 0;
    let next = index + 1;
    for (; ; next++) {
      const source = text.slice(start, starts[next] ?? text.length);
      const tree = used.get(source) ?? known.get(source) ?? parseSyntaxTree(tame(source));
      used.set(source, tree);
      if (next < starts.length && runsOn(tree, source)) continue;
      chunks.push({ tree, start });
      break;
    }
    index = next;
  }
  return chunks;
}

/** Offsets of lines that look like large headings of the document's own level. */
function headingOffsets(lines: LineIndex): number[] {
  const offsets: number[] = [];
  let fence: string | undefined;
  for (let line = endOfFrontMatter(lines); line < lines.count; line++) {
    const text = lines.line(line);
    if (fence !== undefined) {
      const mark = fenceClosing.exec(text)?.[1];
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (line > 0 && heading.test(text)) {
      offsets.push(lines.offsetAt({ line, character: 0 }));
    } else {
      fence = fenceOpening.exec(text)?.[1];
    }
  }
  return offsets;
}

/** The line behind the front matter; 0 where there is none. */
function endOfFrontMatter(lines: LineIndex): number {
  const dashes = /^\ufeff?---[ \t]*$/;
  if (!dashes.test(lines.line(0))) return 0;
  for (let line = 1; line < lines.count; line++) if (dashes.test(lines.line(line))) return line + 1;
  return 0;
}

/** Whether what a piece ends with would swallow the heading behind it: an open fence, an open HTML block. */
function runsOn({ root, fenceMarks }: SyntaxTree, source: string): boolean {
  let last = root.children.at(-1);
  while (last !== undefined && "children" in last && last.type !== "paragraph") {
    const inner = last.children.at(-1);
    if (inner?.type !== "code" && inner?.type !== "list" && inner?.type !== "listItem") break;
    last = inner;
  }
  if (last?.type === "code") return fenceMarks.get(last)?.length === 1;
  if (last?.type !== "html") return false;
  const html = last.value;
  const behind = source.slice(last.position?.end.offset ?? 0);
  if (!/(?:\n|\r(?!\n))[ \t]*[\r\n]/.test(behind)) return true;
  return htmlEnds.some(([opening, end]) => opening.test(html) && !end.test(html));
}

/**
 * Blanks out lines that open a hundred lists within each other, which would take the parser many seconds; all
 * offsets stay.
 */
function tame(text: string): string {
  return text.replace(/^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){100,}/gm, (opening) =>
    " ".repeat(opening.length),
  );
}
