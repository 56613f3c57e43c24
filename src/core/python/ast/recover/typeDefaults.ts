import { bracketDepth, signsOf } from "./signs";

/** A default of a type parameter (PEP 696), which the grammar does not know. */
export interface TypeDefault {
  /** Which of the type parameters has it. */
  readonly parameter: number;
  /** Offsets of its expression. */
  readonly start: number;
  readonly end: number;
}

/** A text without the defaults of its type parameters, and these. */
export interface WithoutDefaults {
  /** As long as the text was, with spaces for the defaults. */
  readonly text: string;
  readonly defaults: readonly TypeDefault[];
}

const definition = /\b(?:def|class|type)[ \t]+[^\W\d]\w*[ \t]*\[/u;

/** Takes the defaults out of the first definition or type alias in a text; `undefined` where there are none. */
export function withoutTypeDefaults(text: string): WithoutDefaults | undefined {
  const found = definition.exec(text);
  if (found === null) return undefined;
  const defaults: TypeDefault[] = [];
  let depth = 1;
  let parameter = 0;
  let equal = -1;
  for (const sign of signsOf(text, found.index + found[0].length)) {
    const { char, start } = sign;
    if (depth === 1 && (char === "," || char === "]")) {
      if (equal >= 0) defaults.push(trimmed(text, parameter, equal + 1, start));
      equal = -1;
      parameter++;
    }
    if (depth === 1 && char === "=" && equal < 0) equal = start;
    depth += bracketDepth(sign);
    if (depth === 0) break;
  }
  if (defaults.length === 0) return undefined;
  return { text: blank(text, defaults), defaults };
}

function trimmed(text: string, parameter: number, from: number, to: number): TypeDefault {
  const written = text.slice(from, to);
  const start = from + written.length - written.trimStart().length;
  return { parameter, start, end: from + written.trimEnd().length };
}

function blank(text: string, defaults: readonly TypeDefault[]): string {
  let result = "";
  let from = 0;
  for (const { start, end } of defaults) {
    const equal = text.lastIndexOf("=", start - 1);
    result += text.slice(from, equal) + spaces(text.slice(equal, end));
    from = end;
  }
  return result + text.slice(from);
}

/** Spaces for all but line breaks. */
export function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
