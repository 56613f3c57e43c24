import type { CallV, FunctionV } from "../../../evaluation/value";
import type { QueryChain } from "../../../frameworks/databases/reach";
import { writes } from "../../../frameworks/databases/writes";
import type { CodeBase } from "../../../project/codeBase";
import type { ExceptHandler, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import type { Loop } from "./loops";

/** Names of functions that look something up, also where they make what is not there yet. */
const lookups = /^_*(get|find|fetch|load|read|lookup|look_up|list|select|query)(_|$)/;

/**
 * Whether the function that a loop calls does a piece of work for each element, to which its read belongs: it changes
 * what is stored, is called for what it does rather than for what it gives, or the loop goes on where an element fails.
 * Such work is not done for all at once.
 */
export function isOwnWork(call: CallV, { steps }: QueryChain, loop: Loop, code: CodeBase): boolean {
  const first = steps[0]?.function;
  if (first === undefined || lookups.test(first.name)) return false;
  if (writes(first, code) || steps.length > farthest || guardsEach(loop)) return true;
  if (steps.length > 2 && isLong(first)) return true;
  return isStatement(call, loop) && !raises(first);
}

/** Whether a loop catches whatever an element raises, and goes on with the next. */
function guardsEach({ node }: Loop): boolean {
  let isFound = false;
  walk(node, (one) => {
    if (one.nodeType === "Try") isFound ||= one.handlers.some(goesOn);
    return !isFound;
  });
  return isFound;
}

function goesOn({ type, body }: ExceptHandler): boolean {
  const isBroad = type === null || (type.nodeType === "Name" && /^(Base)?Exception$/.test(type.id));
  return (
    isBroad && !ownStatements(body).some(({ nodeType }) => /^(Raise|Return|Break)$/.test(nodeType))
  );
}

/** Most functions on the way to a query that is still what the call is for. */
const farthest = 3;

/** From how many statements on a function that leads to a query far away does more than ask for it. */
const longFrom = 15;

function isLong({ node }: FunctionV): boolean {
  return node.nodeType !== "Lambda" && ownStatements(node.body).length >= longFrom;
}

/** Whether nothing takes what a call gives. */
function isStatement({ node }: CallV, loop: Loop): boolean {
  let isFound = false;
  walk(loop.node, (one) => {
    if (one.nodeType === "Expr") {
      const { value } = one;
      isFound ||= (value.nodeType === "Await" ? value.value : value) === node;
    }
    return !isFound;
  });
  return isFound;
}

/** Whether a function is a check: what it says, it says by raising. */
function raises({ node }: FunctionV): boolean {
  if (node.nodeType === "Lambda") return false;
  let isFound = false;
  const visit = (statement: Statement): void =>
    walk(statement, (one) => {
      isFound ||= one.nodeType === "Raise";
      return !isFound;
    });
  node.body.forEach(visit);
  return isFound;
}
