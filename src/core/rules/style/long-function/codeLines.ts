import type { AsyncFunctionDef, FunctionDef } from "../../../python/ast/nodes";
import type { PythonFile } from "../../../python/pythonFile";
import { bodyOf, functionsOf } from "../../syntax/functions";

/** The lines of code in a function's body; those of functions within it are theirs. */
export function codeLines(node: FunctionDef | AsyncFunctionDef, file: PythonFile): number {
  const body = bodyOf(node);
  const first = body[0];
  if (first === undefined) return 0;
  const text = linesOf(file, first.line, node.endLine);
  const left = new Set<number>();
  for (const { range } of file.parsed.comments) {
    const line = text[range.start.line - first.line];
    if (line?.slice(0, range.start.character).trim() === "") left.add(range.start.line);
  }
  for (const { node: inner, within } of functionsOf(file.parsed.module)) {
    if (!within.includes(node)) continue;
    const start = inner.decorator_list[0]?.line ?? inner.line;
    for (let line = start; line <= inner.endLine; line++) left.add(line);
  }
  return text.filter((line, index) => line.trim() !== "" && !left.has(first.line + index)).length;
}

function linesOf({ document }: PythonFile, first: number, last: number): readonly string[] {
  const range = { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } };
  const lines = document.getText(range).split(/\r\n|\r|\n/);
  return lines.slice(0, last - first + 1);
}
