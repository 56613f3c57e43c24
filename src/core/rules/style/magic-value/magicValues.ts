import type { Call, Constant, Expression, Node } from "../../../python/ast/nodes";
import { nameTable } from "../../../text/nameTable";

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

/** Functions that take a timeout by its place. */
const timeoutPlaces: Readonly<Record<string, number>> = nameTable({
  "asyncio.wait_for": 1,
  "asyncio.timeout": 0,
  "asyncio.timeout_at": 0,
  "anyio.fail_after": 0,
  "anyio.move_on_after": 0,
});

/**
 * The values that a node compares a limit, a timeout or a state with, or passes as a limit or a timeout. A state
 * that is passed is told by its type.
 * @param nameOfCalled the dotted name of what a call calls
 */
export function magicValues(
  node: Node,
  nameOfCalled: (call: Call) => string | undefined,
): readonly MagicValue[] {
  if (node.nodeType === "Call") return magicArguments(node, nameOfCalled(node));
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

function magicArguments(call: Call, name: string | undefined): readonly MagicValue[] {
  const { func, args, keywords } = call;
  const found = keywords.flatMap(({ arg, value }) =>
    arg !== null && decidedArgument.test(arg) && isNumber(value)
      ? [{ node: value, role: arg }]
      : [],
  );
  // `select(User).limit(50)`
  const [first] = args;
  const isLimit = func.nodeType === "Attribute" && func.attr === "limit" && args.length === 1;
  if (isLimit && first && isNumber(first)) found.push({ node: first, role: "limit" });
  const timeout = args[timeoutPlaces[name ?? ""] ?? args.length];
  if (timeout && isNumber(timeout)) found.push({ node: timeout, role: "timeout" });
  return found;
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
