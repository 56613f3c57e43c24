import type { FunctionV } from "../../../evaluation/value";
import type { Call } from "../../../python/ast/nodes";
import { importLine } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import type { Report } from "../../rule";
import { bodyOf } from "../../syntax/functions";

/** `@lru_cache` for a function that does nothing but make the settings; none for others, which do more each time. */
export function cacheFix(
  { node, owner }: FunctionV,
  made: Call,
  file: PythonFile,
): Report<string>["fix"] {
  if (node.nodeType !== "FunctionDef" || owner !== undefined) return undefined;
  const [only, ...others] = bodyOf(node);
  const { args, vararg, kwarg, kwonlyargs, posonlyargs } = node.args;
  const isPlain = [...args, ...kwonlyargs, ...posonlyargs].length === 0 && !vararg && !kwarg;
  const isOnly = only?.nodeType === "Return" && only.value === made && others.length === 0;
  if (!isPlain || !isOnly || node.decorator_list.length > 0) return undefined;
  const imported = [...file.moduleScope.bindings].find(([, bindings]) =>
    bindings.some((one) => one.kind === "import" && one.target === "functools.lru_cache"),
  )?.[0];
  const line = imported === undefined ? importLine("functools", "lru_cache", file) : undefined;
  if (imported === undefined && (line === undefined || file.moduleScope.bindings.has("lru_cache")))
    return undefined;
  const start = { line: node.line, character: node.character };
  const indent = " ".repeat(node.character);
  const eol = file.document.getText().includes("\r\n") ? "\r\n" : "\n";
  const newText = `@${imported ?? "lru_cache"}${eol}${indent}`;
  return {
    title: "Make it once, with @lru_cache",
    edits: {
      replacements: [{ range: { start, end: start }, newText }],
      insertions: line === undefined ? [] : [line],
    },
  };
}
