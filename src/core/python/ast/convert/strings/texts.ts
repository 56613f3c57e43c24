import type { Constant } from "../../nodes";
import { decodeText, normalizeNewlines } from "./escapes";

/** A place in the text. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

/** How the text between replacement fields is to be read. */
export interface Style {
  readonly isRaw: boolean;
  readonly isTemplate: boolean;
  /** In a format specifier `{{` is no brace. */
  readonly isSpecifier: boolean;
}

/** The place of an offset that lies after another place. */
export function advance(text: string, from: Place, offset: number): Place {
  let { line } = from;
  let lineStart = from.offset - from.character;
  for (let at = text.indexOf("\n", from.offset); at >= 0 && at < offset; ) {
    line++;
    lineStart = at + 1;
    at = text.indexOf("\n", lineStart);
  }
  return { offset, line, character: offset - lineStart };
}

/** A text of an f-string or t-string, with its value. */
export function textPart(from: Place, end: Place, value: string): Constant {
  return {
    nodeType: "Constant",
    line: from.line,
    character: from.character,
    endLine: end.line,
    endCharacter: end.character,
    value,
    kind: null,
  };
}

/** The value of what stands between two replacement fields. */
export function decodePart(written: string, style: Style): string {
  if (style.isSpecifier || !/[{}]/.test(written)) return decode(written, style);
  let value = "";
  let start = 0;
  for (let at = 0; at < written.length; at++) {
    const char = written[at];
    const following = written[at + 1];
    if (char === "\\" && !style.isRaw) {
      if (following === "N" && written[at + 2] === "{") {
        const close = written.indexOf("}", at);
        at = close < 0 ? written.length : close;
      } else if (following !== "{" && following !== "}") at++;
    } else if ((char === "{" || char === "}") && char === following) {
      value += decode(written.slice(start, at + 1), style);
      start = at + 2;
      at++;
    }
  }
  return value + decode(written.slice(start), style);
}

function decode(written: string, style: Style): string {
  const normal = normalizeNewlines(written);
  return style.isRaw ? normal : decodeText(normal);
}
