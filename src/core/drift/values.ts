import type { Comparison } from "./compareTypes";

/** Compares two values in Python's notation; what is no plain value, or a name on one side alone, is not known. */
export function compareValues(a: string, b: string): Comparison {
  const [left, right] = [plainValue(a), plainValue(b)];
  if (left === undefined || right === undefined) {
    return a.replace(/\s/g, "") === b.replace(/\s/g, "") ? "same" : "unknown";
  }
  return left === right ? "same" : "other";
}

/** A text, number, truth value or `None` by what it is; `undefined` for anything else. */
export function plainValue(source: string): string | undefined {
  const text = source.trim().replace(/^`(.*)`$/, "$1");
  const [, , quoted] = /^(["'])((?:(?!\1)[^\\])*)\1$/.exec(text) ?? [];
  if (quoted !== undefined) return `text ${quoted}`;
  if (/^-?[\d_]*\.?\d[\d_]*(?:e[+-]?\d+)?$/i.test(text))
    return `number ${Number(text.replaceAll("_", ""))}`;
  if (/^(?:true|false|none)$/i.test(text)) return text.toLowerCase();
  return undefined;
}
