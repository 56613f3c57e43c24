import type { TextEdit } from "../../edits/plan";
import type { Position } from "../../text/range";
import type { AsyncFunctionDef, Call, FunctionDef } from "../ast/nodes";
import { rangeOf } from "../ast/visit";

/**
 * Adds parameters with defaults behind the last one of a function, on lines of their own where the others have theirs.
 * `undefined` where it takes none yet, or takes any (`*args`, `**kwargs`).
 */
export function parametersAdded(
  { args }: FunctionDef | AsyncFunctionDef,
  added: readonly string[],
): TextEdit | undefined {
  if (args.vararg !== null || args.kwarg !== null) return undefined;
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
  const last = all.at(-1);
  if (last === undefined) return undefined;
  const given = args.kwonlyargs.length > 0 ? args.kw_defaults.at(-1) : args.defaults.at(-1);
  const { end } = rangeOf(given ?? last);
  const above = all.at(-2);
  const hasOwnLine = above !== undefined && above.line !== last.line;
  return behind(end, added, hasOwnLine ? last.character : undefined);
}

/** Adds arguments by their names to a call. `undefined` where its arguments do not end with one that others can follow. */
export function argumentsAdded(call: Call, added: readonly string[]): TextEdit | undefined {
  const all = [...call.args, ...call.keywords].sort(
    (a, b) => a.line - b.line || a.character - b.character,
  );
  const last = all.at(-1);
  if (last === undefined) {
    const { end } = rangeOf(call);
    const at = { line: end.line, character: end.character - 1 };
    return { range: { start: at, end: at }, newText: added.join(", ") };
  }
  if (all.some(({ nodeType }) => nodeType === "GeneratorExp")) return undefined;
  const { end } = rangeOf(last);
  const above = all.at(-2);
  const hasOwnLine = above === undefined ? last.line > call.line : above.line !== last.line;
  // A call of one argument in brackets of its own: what ends it is not known here.
  const isBracketed =
    "value" in last ? false : /^(BinOp|BoolOp|Compare|Tuple|Await)$/.test(last.nodeType);
  return isBracketed ? undefined : behind(end, added, hasOwnLine ? last.character : undefined);
}

function behind(at: Position, added: readonly string[], column: number | undefined): TextEdit {
  const lead = column === undefined ? ", " : `,\n${" ".repeat(column)}`;
  return { range: { start: at, end: at }, newText: added.map((one) => lead + one).join("") };
}
