import { bracketDepth, signsOf } from "./signs";

/**
 * A text of the same length in which line breaks and comments within brackets are spaces: the grammar's scanner takes
 * some of these line breaks for the end of a block.
 */
export function flatten(text: string): string {
  let flat = "";
  let from = 0;
  let depth = 0;
  for (const sign of signsOf(text)) {
    const { char, start, end } = sign;
    depth += bracketDepth(sign);
    if (depth <= 0 || (char !== "#" && char !== "\r" && char !== "\n")) continue;
    flat += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return flat + text.slice(from);
}
