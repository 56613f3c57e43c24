import { isFormattedAt, stringEnd } from "./strings";

/** One character, or a string or comment as a whole. */
export interface Sign {
  /** The character; a quote for a string, `#` for a comment. */
  readonly char: string;
  readonly start: number;
  readonly end: number;
}

/** The signs of a text from an offset on, without spaces and without what is in strings. */
export function* signsOf(text: string, from = 0): Generator<Sign> {
  for (let start = from; start < text.length; ) {
    const char = text.charAt(start);
    let end = start + 1;
    if (char === '"' || char === "'") end = stringEnd(text, start, isFormattedAt(text, start));
    else if (char === "#") {
      while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    }
    if (char !== " " && char !== "\t") yield { char, start, end };
    start = end;
  }
}

/** How many brackets a sign opens: 1, -1 for one it closes, or 0. */
export function bracketDepth({ char }: Sign): number {
  if (char === "(" || char === "[" || char === "{") return 1;
  return char === ")" || char === "]" || char === "}" ? -1 : 0;
}
