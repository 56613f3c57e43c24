import type { FixEdits } from "../../../edits/fixEdits";
import type { FunctionV } from "../../../evaluation/value";
import type { AsyncFunctionDef, FunctionDef, Node, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";

type Definition = FunctionDef | AsyncFunctionDef;

/**
 * Moves a decorated function in front of an earlier one of the same block; `undefined` where they stand in two blocks, or
 * where something between them is needed for what is moved.
 */
export function moveUp(
  { node: moved }: FunctionV,
  { node: before }: FunctionV,
  file: PythonFile,
): FixEdits | undefined {
  if (moved.nodeType === "Lambda" || before.nodeType === "Lambda") return undefined;
  const block = blocksIn(file.parsed.module.body).find((one) => one.includes(moved)) ?? [];
  const [from, to] = [block.indexOf(moved), block.indexOf(before)];
  const between = block.slice(to, from);
  if (to < 0 || from <= to || needsAny(moved, between)) return undefined;
  const source = file.document.getText().split(/\r\n|\r|\n/);
  const start = firstLine(moved, source);
  const text = source.slice(start, moved.endLine + 1).join("\n");
  let blank = start;
  while (blank > 0 && source[blank - 1]?.trim() === "") blank--;
  const at = { line: firstLine(before, source), character: 0 };
  const gap = "\n".repeat(start - blank);
  const removed = {
    start: { line: blank, character: 0 },
    end: { line: moved.endLine + 1, character: 0 },
  };
  return {
    replacements: [{ range: removed, newText: "" }],
    // What several fixes move to one place is written one below the other, each with its distance to the next.
    insertions: [{ at, lines: text + gap, lead: "", trail: "\n" }],
  };
}

/** The body of a module, and those of the classes and functions in it. */
function blocksIn(body: readonly Statement[]): readonly (readonly Statement[])[] {
  const inner = ownStatements(body).flatMap((one) => {
    const opens =
      one.nodeType === "ClassDef" ||
      one.nodeType === "FunctionDef" ||
      one.nodeType === "AsyncFunctionDef";
    return opens ? blocksIn(one.body) : [];
  });
  return [body, ...inner];
}

/** The line of the first decorator, or of the comment right above it. */
function firstLine(node: Definition, source: readonly string[]): number {
  let line = node.decorator_list[0]?.line ?? node.line;
  while (/^\s*#/.test(source[line - 1] ?? "")) line--;
  return line;
}

/** Whether the header of a function, which runs where it stands, uses a name that some statements bind. */
function needsAny(
  { decorator_list, args, returns }: Definition,
  statements: readonly Statement[],
): boolean {
  const bound = new Set<string>();
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.nodeType === "Name" && node.ctx === "Store") bound.add(node.id);
      if (node.nodeType === "alias") bound.add((node.asname ?? node.name).split(".")[0] ?? "");
      if ("name" in node && typeof node.name === "string") bound.add(node.name);
      return !isFunction(node);
    });
  }
  let found = false;
  for (const part of [...decorator_list, args, ...(returns === null ? [] : [returns])]) {
    walk(part, (node) => {
      found ||= node.nodeType === "Name" && bound.has(node.id);
      return !found;
    });
  }
  return found;
}

function isFunction({ nodeType }: Node): boolean {
  return nodeType === "FunctionDef" || nodeType === "AsyncFunctionDef";
}
