import { ancestors } from "../evaluation/classes";
import { typeOf } from "../evaluation/types";
import { type CallV, type ClassV, externalName, type FunctionV } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import type { Expression, Statement } from "../python/ast/nodes";

/** An exception that code makes for a client. */
export interface ErrorUse {
  /** How its text is given: written out, by a name, or by a class of its own. */
  readonly kind: "inline" | "constant" | "class" | "computed" | "none";
  /** For `class`: the project's classes that it is one of, as `path:qualname`. */
  readonly classes: readonly string[];
  /** For `class`: whether it is one of FastAPI's exceptions. */
  readonly isHttp: boolean;
}

const httpException =
  /^(?:fastapi|starlette)\.(?:exceptions\.)?(?:HTTPException|WebSocketException)$/;
const exception = /\.\w*(?:Exception|Error)$/;

/** The error that a call makes; `undefined` for any other call. */
export function errorUse(call: CallV): ErrorUse | undefined {
  if (call.func.kind === "class") return classUse(call.func);
  if (!httpException.test(externalName(call.func) ?? "")) return undefined;
  return { kind: detailKind(call), classes: [], isHttp: true };
}

/** The exceptions that a function raises by their class alone: `raise UserNotFound`. */
export function raisedClasses({ node, scope }: FunctionV, code: CodeBase): readonly ErrorUse[] {
  if (node.nodeType === "Lambda") return [];
  return raisedIn(node.body).flatMap((name) => {
    const value = typeOf(code.typeEvaluation(), name, scope);
    return value.kind === "class" ? (classUse(value) ?? []) : [];
  });
}

function raisedIn(body: readonly Statement[]): readonly Expression[] {
  return body.flatMap((statement): readonly Expression[] => {
    switch (statement.nodeType) {
      case "Raise":
        return statement.exc?.nodeType === "Name" || statement.exc?.nodeType === "Attribute"
          ? [statement.exc]
          : [];
      case "If":
      case "For":
      case "AsyncFor":
      case "While":
        return raisedIn([...statement.body, ...statement.orelse]);
      case "With":
      case "AsyncWith":
        return raisedIn(statement.body);
      case "Try":
      case "TryStar": {
        const handled = statement.handlers.flatMap((handler) => handler.body);
        const { body: tried, orelse, finalbody } = statement;
        return raisedIn([...tried, ...handled, ...orelse, ...finalbody]);
      }
      case "Match":
        return statement.cases.flatMap((one) => raisedIn(one.body));
      default:
        return [];
    }
  });
}

function classUse(of: ClassV): ErrorUse | undefined {
  const all = ancestors(of);
  const outside = all.flatMap((one) => externalName(one) ?? []);
  const isHttp = outside.some((name) => httpException.test(name));
  if (!isHttp && !outside.some((name) => exception.test(name))) return undefined;
  const classes = all.flatMap((one) =>
    one.kind === "class" ? [`${one.path}:${one.qualname}`] : [],
  );
  return { kind: "class", classes, isHttp };
}

function detailKind({ node }: CallV): ErrorUse["kind"] {
  const detail = node?.keywords.find(({ arg }) => arg === "detail")?.value ?? node?.args[1];
  switch (detail?.nodeType) {
    case undefined:
      return "none";
    case "Constant":
    case "JoinedStr":
    case "Dict":
    case "List":
      return "inline";
    case "Name":
    case "Attribute":
      return "constant";
    default:
      return "computed";
  }
}
