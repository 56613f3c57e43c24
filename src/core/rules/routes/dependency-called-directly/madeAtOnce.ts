import { classOf } from "../../../evaluation/attributes";
import { foreignBase, memberOf } from "../../../evaluation/classes";
import { evaluate } from "../../../evaluation/expressions";
import {
  type CallV,
  externalName,
  type FunctionV,
  optionsOf,
  type Value,
} from "../../../evaluation/value";
import { markerOf } from "../../../frameworks/fastapi/dependencies/markers";
import { yieldsIn } from "../../../frameworks/fastapi/dependencies/yields";
import type { CodeBase } from "../../../project/codeBase";
import { dottedName } from "../../../python/scopes/build";
import { lookUp } from "../../../python/scopes/scope";
import type { AnyRuleContext } from "../../rule";

/** The function that `Depends(f())` calls once, when the module is imported, and of which the result cannot be called. */
export function calledAtOnce(
  { node }: CallV,
  { file, code }: AnyRuleContext,
): FunctionV | undefined {
  const given = node?.args[0] ?? node?.keywords.find(({ arg }) => arg === "dependency")?.value;
  const name = given?.nodeType === "Call" ? dottedName(given.func)?.[0] : undefined;
  if (given?.nodeType !== "Call" || name === undefined) return undefined;
  if (lookUp(name, file.scopeOf(given))?.scope.parent !== undefined) return undefined;
  const func = evaluate(code.typeEvaluation(), given.func, code.run(file.path).scope);
  if (func.kind !== "function" || func.decorators.length > 0) return undefined;
  return givesNoFunction(func, code) ? func : undefined;
}

/** Whether a call is `Depends(…)` or `Security(…)`. */
export function isDepends(call: CallV): boolean {
  const marker = markerOf(call);
  return marker !== undefined && marker.kind !== "field";
}

function givesNoFunction(func: FunctionV, code: CodeBase): boolean {
  const { node } = func;
  if (node.nodeType === "Lambda") return false;
  if (node.nodeType === "AsyncFunctionDef" || yieldsIn(node)) return true;
  const returned = code.functionRun(func)?.returned;
  return returned !== undefined && optionsOf(returned).every(isNoFunction);
}

const values =
  /^(builtins\.(str|int|float|bool|bytes|dict|list|set|tuple)|sqlalchemy\.\S+Session|sqlmodel\.\S*Session)$/;

function isNoFunction(value: Value): boolean {
  if (value.kind === "constant" || value.kind === "list" || value.kind === "dict") return true;
  if (value.kind === "some" && values.test(externalName(value.type) ?? "")) return true;
  const of = value.kind === "instance" || value.kind === "some" ? classOf(value) : undefined;
  return (
    of !== undefined && foreignBase(of) === undefined && memberOf(of, "__call__") === undefined
  );
}
