import type { Await, Call, Expression } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import type { Report } from "../../rule";
import type { Misuse } from "./misuses";

/** Adds, moves or takes out an `await`; none where the function cannot wait. */
export function awaitFix(
  { call, kind, method, isTakenOf, awaited, within }: Misuse,
  file: PythonFile,
): Report<string>["fix"] {
  const { start, end } = rangeOf(call);
  const before = { range: { start, end: start }, newText: isTakenOf ? "(await " : "await " };
  const after = { range: { start: end, end }, newText: ")" };
  if (kind === "plain") {
    const removed = awaited && withoutAwait(awaited, file);
    return (
      removed && { title: "Remove `await`", edits: { replacements: [removed], insertions: [] } }
    );
  }
  if (within?.nodeType !== "AsyncFunctionDef") return undefined;
  const title = `Await \`${method.name}\``;
  if (!isTakenOf) return { title, edits: { replacements: [before], insertions: [] } };
  // What a stream's result or `awaitable_attrs` gives is awaited, too.
  const isMoved =
    awaited !== undefined && !method.name.startsWith("stream") && !isAwaitable(awaited, call);
  if (!isMoved) return { title, edits: { replacements: [before, after], insertions: [] } };
  const removed = withoutAwait(awaited, file);
  if (removed === undefined) return undefined;
  // Both stand in one place where the chain begins with the call.
  const isSame =
    removed.range.end.line === start.line && removed.range.end.character === start.character;
  const replacements = isSame
    ? [{ range: removed.range, newText: before.newText }, after]
    : [removed, before, after];
  return { title, edits: { replacements, insertions: [] } };
}

function withoutAwait(node: Await, { document }: PythonFile) {
  const range = { start: rangeOf(node).start, end: rangeOf(node.value).start };
  return /^await\s+$/.test(document.getText(range)) ? { range, newText: "" } : undefined;
}

function isAwaitable({ value }: Await, call: Call): boolean {
  let node: Expression = value;
  while (node !== call) {
    if (node.nodeType === "Attribute") {
      if (node.attr === "awaitable_attrs") return true;
      node = node.value;
    } else if (node.nodeType === "Subscript") node = node.value;
    else if (node.nodeType === "Call") node = node.func;
    else return false;
  }
  return false;
}
