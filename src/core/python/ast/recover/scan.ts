import { indentation, type LogicalLine } from "./outline";
import { isFormattedAt, stringEnd } from "./strings";

/** Where a logical line begins. */
interface Beginning {
  readonly lineStart: number;
  readonly start: number;
  readonly line: number;
  readonly indent: number;
}

/** What no line within brackets begins with: a bracket before it was never closed. */
const neverInBrackets =
  /^(?:(?:def|class|import|return|raise|while|with|try|pass|break|continue|assert|del|global|nonlocal|except|finally|elif)\b(?!\s*=)|async\s+(?:def|with)\b|from\s+[\w.]+\s+import\b|@\w)/;
/** What a line within brackets seldom begins with, unless it is indented deeper than the bracket's line. */
const seldomInBrackets =
  /^(?:(?:if|for|match|case)\b.*:\s*(?:#.*)?$|else\s*:|[A-Za-z_][\w.]*\s*(?::[^=]+)?=(?!=))/;

/**
 * Reads one logical line, and adds the comments on it to those found.
 * @param isWhole to go on to the closing bracket, whatever a line begins with
 */
export function scanLogicalLine(
  text: string,
  from: Beginning,
  comments: number[],
  isWhole = false,
): LogicalLine {
  let at = from.start;
  let line = from.line;
  let lineStart = from.lineStart;
  let end = at;
  let endLine = line;
  let depth = 0;
  let last = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 0x0d:
      case 0x0a: {
        at += code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
        const isCut = () => endsHeader(text, from, last) || beginsStatement(text, at, from.indent);
        if (depth === 0 || (!isWhole && isCut())) {
          return finish(text, from, { line, end, endLine, next: at, last, depth });
        }
        line++;
        lineStart = at;
        continue;
      }
      case 0x23: {
        const stop = lineEnd(text, at);
        comments.push(at, line, at - lineStart, line, stop - lineStart);
        at = stop;
        continue;
      }
      case 0x5c: {
        const stop = lineEnd(text, at);
        if (stop !== at + 1) break;
        at = stop + (text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? 2 : 1);
        line++;
        lineStart = at;
        continue;
      }
      case 0x22:
      case 0x27: {
        const stop = stringEnd(text, at, isFormattedAt(text, at));
        for (let newline = text.indexOf("\n", at); newline >= 0 && newline < stop; ) {
          line++;
          lineStart = newline + 1;
          newline = text.indexOf("\n", lineStart);
        }
        at = stop;
        end = at;
        endLine = line;
        last = code;
        continue;
      }
      case 0x28:
      case 0x5b:
      case 0x7b:
        depth++;
        break;
      case 0x29:
      case 0x5d:
      case 0x7d:
        depth = Math.max(0, depth - 1);
        break;
      case 0x20:
      case 0x09:
      case 0x0c:
        at++;
        continue;
    }
    last = code;
    at++;
    end = at;
    endLine = line;
  }
  return finish(text, from, { line, end, endLine, next: at, last, depth });
}

/** What is known at the end of a logical line. */
interface Ending {
  readonly line: number;
  readonly end: number;
  readonly endLine: number;
  readonly next: number;
  /** The last character that is neither space nor comment. */
  readonly last: number;
  readonly depth: number;
}

function finish(text: string, from: Beginning, ending: Ending): LogicalLine {
  const word = /^[A-Za-z_]\w*/.exec(text.slice(from.start, from.start + 20))?.[0];
  return {
    line: from.line,
    endLine: ending.endLine,
    indent: from.indent,
    lineStart: from.lineStart,
    start: from.start,
    end: ending.end,
    next: ending.next,
    nextLine: ending.line + 1,
    keyword: word ?? text.charAt(from.start),
    opensBlock: ending.last === 0x3a,
    isCut: ending.depth > 0,
  };
}

/** Whether a line that ends in a bracket was meant to be all of a statement's header. */
function endsHeader(text: string, from: Beginning, last: number): boolean {
  return last === 0x3a && header.test(text.slice(from.start, from.start + 20));
}

const header = /^(?:async|class|def|elif|except|for|if|while|with)\b/;

function beginsStatement(text: string, lineStart: number, indent: number): boolean {
  const next = indentation(text, lineStart);
  const stop = lineEnd(text, next.start);
  const written = text.slice(next.start, Math.min(stop, next.start + 200));
  if (neverInBrackets.test(written)) return true;
  return next.indent <= indent && seldomInBrackets.test(written);
}

/** The offset of the line break, or of the end of the text, at or after an offset. */
function lineEnd(text: string, at: number): number {
  let stop = at;
  while (stop < text.length) {
    const code = text.charCodeAt(stop);
    if (code === 0x0a || code === 0x0d) break;
    stop++;
  }
  return stop;
}
