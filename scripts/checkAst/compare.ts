import type { Range } from "../../src/core/text/range";

/**
 * Where two dumps differ first: the line of the file, then both sides.
 * @param errors what our side could not read
 */
export function firstDifference(
  theirs: string,
  ours: string,
  errors: readonly Range[],
): string | undefined {
  const expected = theirs.split("\n");
  const actual = ours.split("\n");
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const left = expected[index];
    const right = actual[index];
    if (left === right || equalButForNames(left, right)) continue;
    const line = Number(/ (\d+):\d+-/.exec(left ?? right ?? "")?.[1] ?? 0) + 1;
    const first = errors[0];
    const error = first ? `\n  first error: ${first.start.line + 1}:${first.start.character}` : "";
    return `${line}\n  CPython: ${shorten(left)}\n  ours:    ${shorten(right)}${error}`;
  }
  const [first] = errors;
  if (first === undefined) return undefined;
  return `${first.start.line + 1}\n  equal, but with an error at character ${first.start.character}`;
}

/**
 * Whether the lines differ only in characters written by their Unicode name, `\\N{…}`, for which ours has U+FFFD
 * (`namedCharacter` of `escapes.ts`).
 */
function equalButForNames(theirs: string | undefined, ours: string | undefined): boolean {
  if (theirs === undefined || !ours?.includes("\\ufffd")) return false;
  const literal = ours.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const any = "(?:\\\\u[0-9a-f]{4}){1,2}|[\\x20-\\x7e]";
  return new RegExp(`^${literal.replaceAll("\\\\ufffd", `(?:${any})`)}$`).test(theirs);
}

function shorten(line: string | undefined): string {
  if (line === undefined) return "(nothing)";
  return line.length > 300 ? `${line.slice(0, 300)} …` : line;
}
