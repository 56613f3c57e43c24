import { ancestors } from "../../../evaluation/classes";
import { externalName, type FunctionV, type Value } from "../../../evaluation/value";
import { mayCatch } from "../../../frameworks/exceptions/guards";
import { handledClasses, isBroadClass } from "../../../frameworks/exceptions/handledClasses";
import { isHttpException } from "../../../frameworks/fastapi/httpException";
import type { CodeBase } from "../../../project/codeBase";
import type { ExceptHandler, Expression, Raise, Statement, Try } from "../../../python/ast/nodes";
import { blocksOf } from "../../../python/ast/statementsIn";
import { isFunction } from "../../syntax/functions";

/** An `HTTPException` that the function itself catches by a broad `except`. */
export interface Caught {
  readonly raise: Raise;
  /** What is raised: the call, or the class. */
  readonly exc: Expression;
  /** Its class. */
  readonly exception: Value;
  readonly handler: ExceptHandler;
  readonly tryStatement: Try;
}

/** What stands around a statement, innermost last: the body of a `try`, or a context manager that may catch. */
type Around = Try | "anything";

/** Every `HTTPException` raised in a function for which the first handler that matches is a broad one. */
export function caughtIn(
  func: FunctionV,
  code: CodeBase,
  classOf: (exc: Expression) => Value | undefined,
): readonly Caught[] {
  const found: Caught[] = [];
  const look = (body: readonly Statement[], around: readonly Around[]): void => {
    for (const statement of body) {
      if (isFunction(statement) || statement.nodeType === "ClassDef") continue;
      if (statement.nodeType === "Raise" && statement.exc !== null) {
        const { exc } = statement;
        const exception = classOf(exc);
        const by = exception && isHttpException(exception) && catcher(exception, around);
        if (by && exception !== undefined) found.push({ raise: statement, exc, exception, ...by });
      }
      if (statement.nodeType === "Try") {
        look(statement.body, [...around, statement]);
        for (const { body: handler } of statement.handlers) look(handler, around);
        look(statement.orelse, around);
        look(statement.finalbody, around);
        continue;
      }
      const inside =
        (statement.nodeType === "With" || statement.nodeType === "AsyncWith") &&
        statement.items.some(({ context_expr }) => mayCatch(context_expr, func, code))
          ? [...around, "anything" as const]
          : around;
      for (const block of blocksOf(statement)) look(block, inside);
    }
  };
  const catcher = (exception: Value, around: readonly Around[]) => {
    for (const one of around.toReversed()) {
      if (one === "anything") return undefined;
      const matched = one.handlers
        .map((handler) => ({ handler, as: matchOf(handler, exception, func, code) }))
        .find(({ as }) => as !== "other");
      if (matched === undefined || isPassedOn(matched.handler)) continue;
      return matched.as === "broad" ? { handler: matched.handler, tryStatement: one } : undefined;
    }
    return undefined;
  };
  if (func.node.nodeType !== "Lambda") look(func.node.body, []);
  return found;
}

/** What an `except` is for an `HTTPException` of a class. */
type Match = "unknown" | "broad" | "narrow" | "other";

function matchOf(handler: ExceptHandler, exception: Value, func: FunctionV, code: CodeBase): Match {
  const classes = handledClasses(handler, func, code);
  if (classes === undefined) return "broad";
  const matches = classes.map((one) => classMatch(one, exception));
  return (["narrow", "unknown", "broad"] as const).find((one) => matches.includes(one)) ?? "other";
}

function classMatch(caught: Value, exception: Value): Match {
  const name = externalName(caught);
  if (name === undefined && caught.kind !== "class") return "unknown";
  if (isBroadClass(caught)) return "broad";
  const above = exception.kind === "class" ? ancestors(exception) : [exception];
  const isBase = above.some(
    (one) => one === caught || (name !== undefined && externalName(one) === name),
  );
  // FastAPI's is one of Starlette's; under which name a library hands it on does not matter here.
  return isBase || (name !== undefined && isHttpException(caught)) ? "narrow" : "other";
}

/** `except …: raise` */
function isPassedOn({ body }: ExceptHandler): boolean {
  const [only] = body;
  return body.length === 1 && only?.nodeType === "Raise" && only.exc === null;
}
