import type { Constant, Expression } from "../../nodes";

/**
 * Joins the texts that stand side by side within an f-string or t-string, and leaves out empty ones, as
 * `_PyPegen_concatenate_strings` of CPython does.
 */
export function fold(pieces: readonly Expression[]): Expression[] {
  const result: Expression[] = [];
  let run: Constant[] = [];
  for (const piece of pieces) {
    if (piece.nodeType === "Constant") {
      run.push(piece);
      continue;
    }
    if (run.length > 0) pushRun(run, result);
    run = [];
    result.push(piece);
  }
  if (run.length > 0) pushRun(run, result);
  return result;
}

function pushRun(run: readonly Constant[], result: Expression[]): void {
  const head = run[0] as Constant;
  const last = run[run.length - 1] as Constant;
  let value = "";
  for (const piece of run) if (typeof piece.value === "string") value += piece.value;
  if (value === "") return;
  result.push(
    run.length === 1
      ? head
      : { ...head, endLine: last.endLine, endCharacter: last.endCharacter, value },
  );
}
