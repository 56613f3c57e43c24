import type { TextDocument } from "vscode-languageserver-textdocument";
import { isConfig } from "../project/fileNames";
import type { Project } from "../project/project";
import { isDocument } from "../project/specFiles";
import type { AsyncFunctionDef, FunctionDef, Module } from "../python/ast/nodes";
import { functionsOf } from "../rules/syntax/functions";
import { decodeSource } from "../text/decode";
import type { Range } from "../text/range";
import { changedLines, type LineSpan } from "./changedLines";

type Function = FunctionDef | AsyncFunctionDef;

/**
 * Tells which places of a file a change touched. `undefined` where nothing can be compared: what it held before is not
 * there or cannot be read, or it is a configuration, of which each line may bear on all others.
 * @param before what the file held
 * @param document what it holds
 */
export async function touchedIn(
  project: Project,
  path: string,
  before: Uint8Array | undefined,
  document: TextDocument,
): Promise<((range: Range) => boolean) | undefined> {
  const text = before && decodeSource(before).text;
  if (text === undefined || isConfig(path)) return undefined;
  const changed = changedLines(text, document.getText());
  if (isDocument(path)) return touchedBy(changed);
  const file = await project.pythonFile(path);
  return file && touchedBy(changed, file.parsed.module);
}

/**
 * Tells which places of a file a change touched: lines that changed, and all of a function that holds such a line.
 * @param module the file as Python, where it is
 */
export function touchedBy(
  changed: readonly LineSpan[],
  module?: Module,
): (range: Range) => boolean {
  const functions = module === undefined ? [] : functionsOf(module).map(({ node }) => node);
  // A function comes before those within it: the last one that holds a line is the innermost.
  const innermost = (line: number): Function | undefined =>
    functions.findLast((node) => firstLineOf(node) <= line && line <= node.endLine);
  const touched = new Set<Function | undefined>();
  for (const { start, end, lost } of changed) {
    for (let line = start; line < end; line++) touched.add(innermost(line));
    if (start < end) continue;
    // Lines that are gone stood in the function above them where they were deeper than it; a decorator in that below.
    const first = lost.find((text) => text.trim() !== "") ?? "";
    const above = innermost(start - 1);
    if (above && first.search(/\S/) > above.character) touched.add(above);
    if (first.trimStart().startsWith("@")) touched.add(innermost(start));
  }
  touched.delete(undefined);
  return ({ start, end }) =>
    changed.some((span) => start.line < span.end && end.line >= span.start) ||
    touched.has(innermost(start.line));
}

function firstLineOf(node: Function): number {
  return Math.min(node.line, ...node.decorator_list.map(({ line }) => line));
}
