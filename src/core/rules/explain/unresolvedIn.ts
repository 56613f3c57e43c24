import type { CallV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { fileCalls } from "../../project/fileCalls";
import type { Call, Expression } from "../../python/ast/nodes";
import type { Positioned } from "../../python/ast/position";
import { rangeOf } from "../../python/ast/visit";
import type { PythonFile } from "../../python/pythonFile";
import { comparePositions, type Range } from "../../text/range";

/** Something in the code of which the analysis does not know what it is. */
export interface UnresolvedPart {
  readonly range: Range;
  /** The code itself. */
  readonly text: string;
  /** What it hangs on: "the argument db", "what load returns". */
  readonly why: string;
}

/** What is called and passed in a stretch of a file and is not known, in the order of the text. */
export function unresolvedIn(
  file: PythonFile,
  code: CodeBase,
  stretch: Pick<Positioned, "line" | "endLine">,
): readonly UnresolvedPart[] {
  const found = new Map<string, UnresolvedPart>();
  const note = (node: Expression, why: string): void => {
    const range = rangeOf(node);
    const text = file.document.getText(range).replace(/\s+/g, " ");
    const key = `${range.start.line}:${range.start.character}`;
    // Of a chain of calls the first link is what is not known.
    if (text.length < (found.get(key)?.text.length ?? Number.POSITIVE_INFINITY)) {
      found.set(key, { range, text, why });
    }
  };
  for (const [node, calls] of fileCalls(code, file.path)) {
    if (node.line < stretch.line || node.line > stretch.endLine) continue;
    for (const [part, value] of partsOf(node, calls)) {
      const why = whyUnknown(value);
      if (why !== undefined) note(part, why);
    }
  }
  return [...found.values()].sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** What is called, and the arguments, each with what it is in every way in which the call runs. */
function partsOf(node: Call, calls: readonly CallV[]): readonly (readonly [Expression, Value])[] {
  return calls.flatMap((call) => [
    [node.func, call.func] as const,
    ...node.args.flatMap((argument, index) => {
      const value = argument.nodeType === "Starred" ? undefined : call.args[index];
      return value === undefined ? [] : [[argument, value] as const];
    }),
    ...node.keywords.flatMap(({ arg, value: written }) => {
      const value = arg === null ? undefined : call.keywords.get(arg);
      return value === undefined ? [] : [[written, value] as const];
    }),
  ]);
}

/** Why a value is not known, or what it is taken from. */
function whyUnknown(value: Value): string | undefined {
  switch (value.kind) {
    case "unknown":
      return value.why;
    case "attribute":
    case "subscript":
      return whyUnknown(value.value);
    case "call":
      return whyUnknown(value.func);
    default:
      return undefined;
  }
}
