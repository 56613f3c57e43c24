import type { CallV } from "../../../evaluation/value";
import { externalName } from "../../../evaluation/value";
import { exceptionStatus, isHttpException } from "../../../frameworks/fastapi/httpException";
import { statusOf } from "../../../frameworks/fastapi/status";
import { isLogCall } from "../../../frameworks/observability/logCalls";
import type { Call, ExceptHandler, Expression, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import type { AnyRuleContext } from "../../rule";

/** What a broad `except` makes of whatever comes to it. */
export interface Answer {
  readonly status: number;
  /** Whether it does nothing but log before. */
  readonly isPlain: boolean;
}

/**
 * The status that an `except` answers with in any case; `undefined` where it lets some exceptions go, falls back to a
 * value, or nothing is known of it.
 * @param keeps a status that it may not answer with anywhere
 */
export function answerOf(
  handler: ExceptHandler,
  keeps: number | undefined,
  context: AnyRuleContext,
): Answer | undefined {
  const { body } = handler;
  const last = body.at(-1);
  if (last === undefined || mayLetGo(handler)) return undefined;
  const leaving = ownStatements(body).filter(
    ({ nodeType }) => nodeType === "Raise" || nodeType === "Return",
  );
  const statuses = leaving.map((one) => statusIn(one, context));
  const status = leaving.at(-1) === last ? statuses.at(-1) : undefined;
  if (status === undefined || statuses.some((one) => one === undefined || one === keeps)) {
    return undefined;
  }
  const isPlain = body.slice(0, -1).every((one) => isLog(one, context));
  return { status, isPlain };
}

/** Whether a handler raises again what it caught, or asks what it is. */
function mayLetGo({ body, name }: ExceptHandler): boolean {
  let found = false;
  for (const statement of body) {
    walk(statement, (node) => {
      if (node.nodeType === "Raise") {
        found ||= node.exc === null || (node.exc.nodeType === "Name" && node.exc.id === name);
      }
      if (node.nodeType === "Attribute")
        found ||= node.attr === "status_code" && isName(node.value, name);
      if (node.nodeType === "Call" && node.func.nodeType === "Name") {
        const isAsked = /^(isinstance|issubclass|type|hasattr|getattr)$/.test(node.func.id);
        found ||= isAsked && node.args.some((one) => isName(one, name));
      }
      if (node.nodeType === "Match") found ||= isName(node.subject, name);
      return !found;
    });
  }
  return found;
}

function isName(node: Expression, name: string | null): boolean {
  return node.nodeType === "Name" && node.id === name;
}

function statusIn(statement: Statement, context: AnyRuleContext): number | undefined {
  const value =
    statement.nodeType === "Raise"
      ? statement.exc
      : statement.nodeType === "Return"
        ? statement.value
        : null;
  if (value?.nodeType !== "Call") return undefined;
  const [call] = context.calls.get(value) ?? [];
  if (call === undefined) return undefined;
  if (statement.nodeType === "Return") return responseStatus(call);
  return isHttpException(call.func) ? exceptionStatus(call, context.code) : undefined;
}

/** `JSONResponse(…, status_code=500)` */
function responseStatus({ func, args, keywords }: CallV): number | undefined {
  if (!/^(fastapi|starlette)\..*Response$/.test(externalName(func) ?? "")) return undefined;
  return statusOf(keywords.get("status_code") ?? args[1]);
}

function isLog(statement: Statement, { calls }: AnyRuleContext): boolean {
  if (statement.nodeType !== "Expr") return false;
  const { value } = statement;
  if (value.nodeType === "Constant") return true;
  const call: Call | undefined =
    value.nodeType === "Call"
      ? value
      : value.nodeType === "Await" && value.value.nodeType === "Call"
        ? value.value
        : undefined;
  return (
    call !== undefined &&
    (calls.get(call) ?? []).some(
      (one) =>
        isLogCall(one) || /^(builtins\.print|traceback\.print_)/.test(externalName(one.func) ?? ""),
    )
  );
}
