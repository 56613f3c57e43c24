import type { Constant, Expression, Node } from "../../../python/ast/nodes";

/** A value without a name, and what it is used as. */
export interface MagicValue {
  readonly node: Constant;
  readonly role: string;
}

/** Names of numbers that somebody decided on. */
const decided =
  /(?:^|_)(?:limit|timeout|ttl|retries|attempts|threshold|delay|interval|expiry|expire|expires_in|max_\w+|min_\w+|per_page|page_size|batch_size|chunk_size)$/;

/** The same of arguments, where others such as `max_overflow` set up a library by what its documentation calls them. */
const decidedArgument =
  /^(?:timeout|limit|ttl|retries|max_retries|attempts|max_attempts|threshold|delay|interval|per_page|page_size|batch_size)$/;

/** Names of states. */
const states = /(?:^|_)(?:status|state)$/;

/** The values that a node compares a limit, a timeout or a state with, or passes as a limit or a timeout. */
export function magicValues(node: Node): readonly MagicValue[] {
  if (node.nodeType === "Call") {
    return node.keywords.flatMap(({ arg, value }) => {
      const isDecided = arg !== null && decidedArgument.test(arg) && isNumber(value);
      return isDecided ? [{ node: value, role: arg }] : [];
    });
  }
  if (node.nodeType !== "Compare") return [];
  const sides = [node.left, ...node.comparators];
  const name = sides.map(nameOf).find((one) => one !== undefined);
  if (name === undefined) return [];
  return sides.flatMap((side) => {
    const isCompared =
      (decided.test(name) && isNumber(side)) || (states.test(name) && isText(side));
    return isCompared ? [{ node: side, role: name }] : [];
  });
}

/** The last name of an expression: `order.status`, `len(limit)` has none. */
function nameOf(value: Expression): string | undefined {
  if (value.nodeType === "Name") return value.id;
  return value.nodeType === "Attribute" ? value.attr : undefined;
}

/** A number that means something: neither 0 nor 1. */
function isNumber(value: Expression): value is Constant {
  if (value.nodeType !== "Constant") return false;
  const { value: number } = value;
  if (typeof number === "number") return number > 1;
  return (
    typeof number === "object" &&
    number !== null &&
    "float" in number &&
    number.float !== 0 &&
    number.float !== 1
  );
}

function isText(value: Expression): value is Constant {
  return value.nodeType === "Constant" && typeof value.value === "string" && value.value !== "";
}
