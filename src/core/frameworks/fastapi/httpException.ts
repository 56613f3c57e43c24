import { ancestors, memberOf } from "../../evaluation/classes";
import { type CallV, type ClassV, externalName, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { statusOf } from "./status";

const names = /^(fastapi\.(exceptions\.)?|starlette\.(exceptions\.)?)HTTPException$/;

/** Whether a class is FastAPI's or Starlette's `HTTPException`, or the project's own kind of one. */
export function isHttpException(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === "class")
    return ancestors(value).some((one) => names.test(externalName(one) ?? ""));
  return names.test(externalName(value) ?? "");
}

/** The status that an `HTTPException` is made with; `undefined` where it is computed, or the class does not say it. */
export function exceptionStatus(call: CallV, code: CodeBase): number | undefined {
  const { func, args, keywords } = call;
  if (func.kind !== "class") return statusOf(keywords.get("status_code") ?? args[0]);
  return classStatus(func, call, code);
}

/** The status of the project's own kind of `HTTPException`: what it hands to the class above, or a class attribute. */
function classStatus(of: ClassV, call: CallV, code: CodeBase): number | undefined {
  const initializer = memberOf(of, "__init__")?.value;
  if (initializer?.kind !== "function")
    return statusOf(call.keywords.get("status_code") ?? call.args[0]);
  const run = code.functionRun(initializer);
  const above = run?.effects.find(
    ({ call: { func } }) =>
      func.kind === "attribute" && func.attr === "__init__" && func.value.kind === "super",
  )?.call;
  const handed = above?.keywords.get("status_code") ?? above?.args[0];
  const own = statusOf(handed);
  if (own !== undefined || handed === undefined) return own;
  const name = [...(run?.parameters ?? [])].find(([, value]) => value === handed)?.[0];
  const given = name === undefined ? undefined : call.keywords.get(name);
  return statusOf(
    given ??
      (handed.kind === "some" && !call.open && call.args.length === 0 ? handed.default : undefined),
  );
}
