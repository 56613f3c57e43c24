import type { AsyncFunctionDef, FunctionDef } from "../../python/ast/nodes";
import type { PythonFile } from "../../python/pythonFile";
import type { Position } from "../../text/range";

/** What is passed over while looking for a header's end: strings and comments. */
const skipped = /#[^\r\n]*|[A-Za-z]{0,2}("""|'''|"|')(?:\\[\s\S]|(?!\1)[\s\S])*\1/y;

/**
 * The place right behind the parenthesis that closes a function's parameters; `undefined` where the header already
 * says what it returns, or is not plain to read.
 */
export function headerEnd(
  node: FunctionDef | AsyncFunctionDef,
  { document }: PythonFile,
): Position | undefined {
  const text = document.getText();
  const start = document.offsetAt({ line: node.nameLine, character: node.nameCharacter });
  const first = node.body[0];
  if (node.returns !== null || first === undefined) return undefined;
  const end = document.offsetAt({ line: first.line, character: first.character });
  let depth = 0;
  let closed: number | undefined;
  for (let at = start + node.name.length; at < end; at++) {
    skipped.lastIndex = at;
    const skip = skipped.exec(text)?.[0];
    const character = text[at] ?? "";
    if (skip !== undefined) at += skip.length - 1;
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) {
      depth--;
      if (depth === 0 && character === ")") closed = at + 1;
    } else if (character === ":" && depth === 0) {
      if (closed === undefined || text.slice(closed, at).trim() !== "") return undefined;
      return document.positionAt(closed);
    }
  }
  return undefined;
}
