import { isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Range } from "../text/range";
import type { FrontMatter, FrontMatterEntry, FrontMatterProblem } from "./document";
import type { LineIndex } from "./lineIndex";

/**
 * Reads a document's front matter. Wrong YAML gives problems with their places, never an error.
 * @param start offset of the opening dashes. @param end offset behind the closing ones.
 */
export function readFrontMatter(
  text: string,
  lines: LineIndex,
  start: number,
  end: number,
): FrontMatter {
  const range = lines.rangeOf(start, end);
  const contentLine = range.start.line + 1;
  const from = lines.offsetAt({ line: contentLine, character: 0 });
  const source = text.slice(from, lines.offsetAt({ line: range.end.line, character: 0 }));
  const placed = (first: number, last: number): Range => lines.rangeOf(from + first, from + last);
  const yaml = parseDocument(source, { prettyErrors: false, uniqueKeys: true });
  const problems: FrontMatterProblem[] = yaml.errors.map((error) => ({
    message: error.message,
    range: placed(error.pos[0], error.pos[1]),
  }));
  const entries: FrontMatterEntry[] = [];
  for (const pair of isMap(yaml.contents) ? yaml.contents.items : []) {
    if (!isScalar(pair.key)) continue;
    const [keyStart, keyEnd] = pair.key.range ?? [0, 0];
    const [valueStart, valueEnd] = (isNode(pair.value) && pair.value.range) || [keyEnd, keyEnd];
    try {
      entries.push({
        key: String(pair.key.value),
        value: isNode(pair.value) ? pair.value.toJS(yaml, { maxAliasCount: 100 }) : null,
        keyRange: placed(keyStart, keyEnd),
        valueRange: placed(valueStart, valueEnd),
      });
    } catch (error) {
      // An alias to nothing, or one that grows beyond measure.
      problems.push({ message: String(error), range: placed(valueStart, valueEnd) });
    }
  }
  return { range, contentLine, source, entries, problems };
}

/** A text value of the front matter by its key; `undefined` where it is absent or no text. */
export function frontMatterText(
  frontMatter: FrontMatter | undefined,
  key: string,
): string | undefined {
  const value = frontMatter?.entries.find((entry) => entry.key === key)?.value;
  return typeof value === "string" ? value : undefined;
}
