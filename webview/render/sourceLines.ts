/**
 * Mermaid takes front matter, directives and comments out of a source before it parses it, and counts lines in what is
 * left. This does the same steps (mermaid 11.17, `preprocess.ts`) and remembers where each line was.
 */

/** A text with, for each of its characters, the place it had at first. */
interface Tracked {
  readonly text: string;
  readonly origins: readonly number[];
}

/** Only at the start of the text, as in Mermaid; the closing line may be the last. */
const FRONT_MATTER = /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/s;
const DIRECTIVE = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;
const COMMENT = /^\s*%%(?!{)[^\n]+\n?/gm;
const LEADING_SPACE = /^\s+/;
/** The flowchart parser takes blank lines after a brace away. */
const AFTER_BRACE = /(?<=})\s*(?=\n)/g;

/**
 * For each line that Mermaid's parser sees, the zero-based line of the source that it was.
 * @param type Mermaid's keyword of the diagram: flowcharts lose more lines than others.
 */
export function parsedLines(source: string, type: string): readonly number[] {
  const text = source.replace(/\r\n?/g, "\n");
  let tracked: Tracked = { text, origins: Array.from({ length: text.length }, (_, i) => i) };
  const gone = [FRONT_MATTER, DIRECTIVE, COMMENT, LEADING_SPACE];
  if (/^(flowchart|graph)/.test(type)) gone.push(AFTER_BRACE);
  for (const pattern of gone) tracked = without(tracked, pattern);
  return linesOf(text, tracked);
}

function without({ text, origins }: Tracked, pattern: RegExp): Tracked {
  let kept = "";
  const keptOrigins: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    kept += text.slice(from, to);
    for (let i = from; i < to; i++) keptOrigins.push(origins[i] ?? 0);
  };
  const all = pattern.global ? text.matchAll(pattern) : [pattern.exec(text)];
  for (const match of all) {
    if (!match) continue;
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(text.length);
  return { text: kept, origins: keptOrigins };
}

function linesOf(source: string, { text, origins }: Tracked): readonly number[] {
  const lineAt: number[] = [];
  let line = 0;
  for (let i = 0; i < source.length; i++) {
    lineAt.push(line);
    if (source[i] === "\n") line++;
  }
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === "\n") starts.push(i + 1);
  return starts.map((start) => lineAt[origins[start] ?? source.length - 1] ?? line);
}
