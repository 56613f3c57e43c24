import type { CallV, FunctionV, Value } from "../../../evaluation/value";
import type { Expression } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";

/** `User.id.in_(ids)`: rows that are named by others. */
export function isByKeys(filter: Value, keys: readonly string[]): boolean {
  if (filter.kind !== "call" || filter.func.kind !== "attribute") return false;
  const { attr, value } = filter.func;
  return attr === "in_" && value.kind === "attribute" && keys.includes(value.attr);
}

/**
 * Whether a query is for the row that another one belongs to (`User.id == order.user_id`), which is wanted whatever
 * became of it.
 * @param func the function whose conditions they are
 */
export function isForOtherRow(
  { node: call, func: called }: CallV,
  { node: body }: FunctionV,
  keys: readonly string[],
): boolean {
  const given = [...(call?.args ?? []), ...(call?.keywords ?? []).map(({ value }) => value)];
  // `get(User, order.user_id)`, `crud_users.get(id=order.user_id)`
  if (called.kind === "attribute" && given.some(isKeyOfRow)) return true;
  const entity = call?.args[0] && lastName(call.args[0]);
  let found = false;
  walk(body, (part) => {
    if (part.nodeType === "Compare" && part.ops[0] === "Eq") {
      const sides = [part.left, ...part.comparators];
      const key = sides.find(
        (one) =>
          one.nodeType === "Attribute" && keys.includes(one.attr) && lastName(one.value) === entity,
      );
      found ||= key !== undefined && sides.some((one) => one !== key && isKeyOfRow(one));
    } else if (part.nodeType === "Call" && lastName(part.func) === "filter_by") {
      found ||= part.keywords.some(
        ({ arg, value }) => arg !== null && keys.includes(arg) && isKeyOfRow(value),
      );
    }
    return !found;
  });
  return found;
}

function lastName(node: Expression): string | undefined {
  return dottedName(node)?.at(-1) ?? (node.nodeType === "Attribute" ? node.attr : undefined);
}

/** `order.user_id` */
function isKeyOfRow(node: Expression): boolean {
  return node.nodeType === "Attribute" && /\w_id$/.test(node.attr);
}
