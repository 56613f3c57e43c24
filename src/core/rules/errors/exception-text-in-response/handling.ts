import type { FunctionV, Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { isBroadClass, isBroadHandler } from "../../../frameworks/exceptions/handledClasses";
import { exceptionHandlersOf } from "../../../frameworks/fastapi/application/exceptionHandlers";
import { functionsIn } from "../../../frameworks/fastapi/requestRoots";
import type { CodeBase } from "../../../project/codeBase";
import type { Statement } from "../../../python/ast/nodes";
import { blocksOf, ownStatements } from "../../../python/ast/statementsIn";
import { isForDevelopers } from "../../syntax/environmentTests";
import { isFunction } from "../../syntax/functions";
import { mentions } from "./exceptionText";

/** Statements that have an exception at hand. */
export interface Handling {
  readonly name: string;
  readonly body: readonly Statement[];
  /** Whether it can be any exception at all. */
  readonly isBroad: boolean;
}

/** Where a function has an exception at hand: in its `except` clauses, and all of it where the application hands it one. */
export function handlingsIn(func: FunctionV, code: CodeBase): readonly Handling[] {
  const { node } = func;
  if (node.nodeType === "Lambda") return [];
  const found = ownStatements(node.body).flatMap((statement) =>
    statement.nodeType === "Try" || statement.nodeType === "TryStar"
      ? statement.handlers.map((handler) => ({
          name: handler.name ?? "",
          body: handler.body,
          isBroad: isBroadHandler(handler, func, code),
        }))
      : [],
  );
  const given = exceptionGiven(code).get(node);
  const name = node.args.args.at(-1)?.arg;
  return given === undefined || name === undefined
    ? found
    : [...found, { name, body: node.body, isBroad: given }];
}

/** The functions that applications give exceptions to, each with whether it gets all there are. */
function exceptionGiven(code: CodeBase): ReadonlyMap<object, boolean> {
  return code.queries.get("functions given exceptions", () => {
    const found = new Map<object, boolean>();
    const add = (handler: Value, isBroad: boolean): void => {
      for (const { node } of functionsIn(handler))
        found.set(node, (found.get(node) ?? true) && isBroad);
    };
    for (const application of backend.routing(code).applications) {
      for (const { handler, exception, status } of exceptionHandlersOf(application, code)) {
        add(handler, status === 500 || isBroadClass(exception));
      }
    }
    return found;
  });
}

/**
 * The simple statements of a handling, at any depth, each with whether the exception may still be any; those for
 * developers only are left out.
 */
export function statementsOf({
  name,
  body,
  isBroad,
}: Handling): readonly (readonly [Statement, boolean])[] {
  return body.flatMap((statement): readonly (readonly [Statement, boolean])[] => {
    if (isFunction(statement) || statement.nodeType === "ClassDef") return [];
    const within = (block: readonly Statement[], broad: boolean) =>
      statementsOf({ name, body: block, isBroad: broad });
    if (statement.nodeType !== "If") {
      const blocks = blocksOf(statement);
      return blocks.length === 0
        ? [[statement, isBroad]]
        : blocks.flatMap((one) => within(one, isBroad));
    }
    const { test, body: then, orelse } = statement;
    // A test of the exception says which one it is.
    const narrowed = isForDevelopers(test) ? [] : within(then, isBroad && !mentions(test, name));
    return [...narrowed, ...within(orelse, isBroad)];
  });
}
