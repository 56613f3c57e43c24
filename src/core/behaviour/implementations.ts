import { ancestors, classKey } from "../evaluation/classes";
import type { ClassV, FunctionV } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { functionsCalled } from "../frameworks/callGraph";
import { classesOf } from "../frameworks/pydantic/classesOf";
import type { CodeBase } from "../project/codeBase";
import type { Statement } from "../python/ast/nodes";

/** Whether a method is left to subclasses: it does nothing, or raises `NotImplementedError`. */
export function isLeftOpen({ node, owner }: FunctionV): boolean {
  if (owner === undefined || node.nodeType === "Lambda") return false;
  return node.body.every(doesNothing);
}

function doesNothing(statement: Statement): boolean {
  if (statement.nodeType === "Pass") return true;
  if (statement.nodeType === "Expr") return statement.value.nodeType === "Constant";
  if (statement.nodeType !== "Raise" || statement.exc === null) return false;
  const raised = statement.exc.nodeType === "Call" ? statement.exc.func : statement.exc;
  return raised.nodeType === "Name" && raised.id === "NotImplementedError";
}

/** What runs where a method that is left open is called: the one method that subclasses write; `undefined` for several. */
export function onlyImplementation(
  { owner, name }: FunctionV,
  code: CodeBase,
): FunctionV | undefined {
  if (owner === undefined) return undefined;
  const written = new Set<FunctionV>();
  for (const of of subclasses(code).get(classKey(owner)) ?? []) {
    const member = of.members.get(name);
    const method = member && functionsCalled(member).at(-1);
    if (method !== undefined && !isLeftOpen(method)) written.add(method);
  }
  const [only] = written;
  return written.size === 1 ? only : undefined;
}

/** The classes of the application by what they inherit from, however far. */
function subclasses(code: CodeBase): ReadonlyMap<string, readonly ClassV[]> {
  return code.queries.get("classes by their bases", () => {
    const found = new Map<string, ClassV[]>();
    for (const of of backend.runs(code).flatMap(classesOf)) {
      for (const base of ancestors(of)) {
        if (base.kind !== "class" || base === of) continue;
        const key = classKey(base);
        const known = found.get(key);
        if (known === undefined) found.set(key, [of]);
        else known.push(of);
      }
    }
    return found;
  });
}
