import { externalName, optionsOf, type Value } from "../../../evaluation/value";
import { rowClass } from "../../../frameworks/sqlalchemy/queries/rows";
import { engineColour, sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import type { HandedOver } from "../../../frameworks/tasks/handedOver";
import type { CodeBase } from "../../../project/codeBase";
import { heldSession } from "./heldSession";

/** What is wrong with what a task is given. */
export interface Objection {
  readonly message: "row" | "session" | "request" | "bound" | "sensitive";
  readonly data: Readonly<Record<string, string>>;
  /** The attribute that identifies a row. */
  readonly key?: string | undefined;
}

/** What is wrong with a task's argument; `undefined` where nothing is, or where that is not known. */
export function objectionTo(
  { value, node, name }: HandedOver,
  sensitive: ReadonlySet<string>,
  code: CodeBase,
): Objection | undefined {
  const field = node?.nodeType === "Attribute" ? node.attr : name;
  if (field !== undefined && sensitive.has(field)) return { message: "sensitive", data: { field } };
  const options = optionsOf(value);
  if (options.some((one) => sessionColour(one) !== undefined || isConnection(one)))
    return { message: "session", data: {} };
  if (options.some(isRequest)) return { message: "request", data: {} };
  const model = rowClass(value, code);
  if (model === undefined) return undefined;
  const keys = model.columns.filter(({ primaryKey }) => primaryKey);
  const isOne = node?.nodeType === "Name" || node?.nodeType === "Attribute";
  const isRow = isOne && options.every((one) => one.kind !== "list" && !isCollection(one));
  const key = keys.length === 1 && isRow ? keys[0]?.attribute : undefined;
  return { message: "row", data: { model: model.name }, key };
}

/** What is wrong with the method that a background task runs: its object may hold a session. */
export function objectionToTarget(target: Value, code: CodeBase): Objection | undefined {
  if (target.kind !== "bound") return undefined;
  const holder = heldSession(target.self, code);
  return holder === undefined
    ? undefined
    : { message: "bound", data: { method: target.function.qualname, holder } };
}

/** A connection is of one user; an engine is for all. */
function isConnection(value: Value): boolean {
  const type = value.kind === "some" ? externalName(value.type) : undefined;
  return engineColour(value) !== undefined && /Connection$/.test(type ?? "");
}

function isRequest(value: Value): boolean {
  return (
    value.kind === "some" &&
    /^(fastapi|starlette)\.(requests\.|websockets\.)?(Request|WebSocket)$/.test(
      externalName(value.type) ?? "",
    )
  );
}

function isCollection(value: Value): boolean {
  return (
    value.kind === "some" &&
    value.type.kind === "subscript" &&
    !/\.Mapped$/.test(externalName(value.type.value) ?? "")
  );
}
