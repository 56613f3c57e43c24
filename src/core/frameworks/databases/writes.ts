import { type CallV, type FunctionV, optionsOf } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { functionsCalled, methodName } from "../callGraph";
import { sessionColour } from "../sqlalchemy/queries/sessions";
import { databaseCallsOf } from "./reach";

/** Functions that are being looked through; they may call themselves. */
const asking = new Set<object>();

/** Whether a function changes what a database holds, itself or through functions of the project that it calls. */
export function writes(func: FunctionV, code: CodeBase): boolean {
  if (asking.has(func.node)) return false;
  asking.add(func.node);
  try {
    return code.remember("writes to a database", func, (current) => {
      const queries = databaseCallsOf(current, code);
      return (code.functionRun(current)?.effects ?? []).some(
        ({ call }) =>
          queries.get(call)?.kind === "write" ||
          isWrite(call) ||
          optionsOf(call.func)
            .flatMap(functionsCalled)
            .some((called) => writes(called, code)),
      );
    });
  } finally {
    asking.delete(func.node);
  }
}

/** `session.add(row)`, `session.delete(row)`, and a `commit` of whatever it is. */
function isWrite(call: CallV): boolean {
  const method = methodName(call);
  if (method === undefined) return false;
  if (/^(commit|flush|add_all|bulk_\w+)$/.test(method)) return true;
  return (
    /^(add|delete|merge)$/.test(method) &&
    call.func.kind === "attribute" &&
    sessionColour(call.func.value) !== undefined
  );
}
