import type { Block } from "../../../evaluation/evaluator";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { type CallV, type FunctionV, optionsOf } from "../../../evaluation/value";
import { functionsCalled } from "../../../frameworks/callGraph";
import { mentions, targetNames } from "../../../frameworks/databases/flow";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import type { CodeBase } from "../../../project/codeBase";
import type { Call, Compare, Expression, Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

/** A `for` loop, or a part of a comprehension. */
export interface Loop {
  readonly target: Expression;
  readonly iter: Expression;
  /** The loop, or the comprehension. */
  readonly node: Node;
  readonly isAsync: boolean;
}

/** The loops of a function by where their blocks begin. */
export function loopsOf({ node }: FunctionV): ReadonlyMap<string, Loop> {
  const loops = new Map<string, Loop>();
  walk(node, (one) => {
    if (one.nodeType === "For" || one.nodeType === "AsyncFor") {
      const isAsync = one.nodeType === "AsyncFor";
      loops.set(keyOf(one), { target: one.target, iter: one.iter, node: one, isAsync });
    }
    if ("generators" in one) {
      for (const { target, iter, is_async } of one.generators)
        loops.set(keyOf(iter), { target, iter, node: one, isAsync: Boolean(is_async) });
    }
  });
  return loops;
}

/** The blocks of loops that something stands in, innermost first, as far as it runs once for each of their elements. */
export function loopsAround(within: Block | undefined): readonly Block[] {
  const found: Block[] = [];
  for (let block = within; block !== undefined; block = block.parent) {
    // A handler is the way out; `while` asks for the next part of something, again and again.
    if (block.kind === "handler" || (block.kind === "loop" && block.over === undefined)) break;
    if (block.kind === "loop") found.push(block);
  }
  return found;
}

/** Where a loop begins, by which its block and its node are found. */
export function keyOf({
  line,
  character,
}: {
  readonly line: number;
  readonly character: number;
}): string {
  return `${line}:${character}`;
}

/** The loops that do each element's work in a transaction or session of its own, on purpose. */
export function loopsOfTransactions({ effects }: FunctionRun, code: CodeBase): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { call, within } of effects) {
    const [loop] = loopsAround(within);
    if (loop !== undefined && isTransaction(call, code)) found.add(keyOf(loop.place));
  }
  return found;
}

function isTransaction(call: CallV, code: CodeBase): boolean {
  const { func } = call.node ?? {};
  if (func?.nodeType === "Attribute" && /^(commit|begin|begin_nested)$/.test(func.attr))
    return true;
  if (sessionColour(call) !== undefined) return true;
  return optionsOf(call.func)
    .flatMap(functionsCalled)
    .some((called) => {
      const returned = code.functionRun(called)?.returned;
      return returned !== undefined && sessionColour(returned) !== undefined;
    });
}

/** Whether a loop's names say that an element of it is many: a batch, a chunk, a page. */
export function isOfBatches({ target }: Loop): boolean {
  return targetNames(target).some((name) =>
    /(batch|chunk|page|slice|segment|window|shard|partition)(es|s)?$/i.test(name),
  );
}

/** Whether a call in a loop runs when enough has been gathered: `if len(batch) >= size: db.execute(…, batch)`. */
export function isOfFullBatch(call: Call, { node }: Loop): boolean {
  let isFound = false;
  walk(node, (one) => {
    if (one.nodeType === "If" && one.test.nodeType === "Compare" && hasLength(one.test)) {
      isFound ||= one.body.some((statement) => contains(statement, call));
    }
    return !isFound;
  });
  return isFound;
}

/** `len(batch) >= size`, with what is looked at getting longer; whether there is anything says nothing of that. */
function hasLength({ left, ops, comparators }: Compare): boolean {
  const isLength =
    left.nodeType === "Call" && left.func.nodeType === "Name" && left.func.id === "len";
  const [size] = comparators;
  const isSize = size !== undefined && !(size.nodeType === "Constant" && Number(size.value) <= 1);
  return isLength && isSize && ops.every((op) => op === "Gt" || op === "GtE" || op === "Eq");
}

function contains(statement: Node, sought: Node): boolean {
  let isFound = false;
  walk(statement, (one) => {
    isFound ||= one === sought;
    return !isFound;
  });
  return isFound;
}

const statements = /^(select|insert|update|delete|query|text|DDL|(Drop|Create)\w+)$/;

/** Whether a loop's elements are tables, of which each needs a statement of its own: `delete(model)`, `table.delete()`. */
export function isOfTables({ node, target }: Loop): boolean {
  const names = new Set(targetNames(target));
  let isFound = false;
  walk(node, (one) => {
    if (one.nodeType === "Call") isFound ||= isOnTable(one, names);
    return !isFound;
  });
  return isFound;
}

function isOnTable({ func, args }: Call, names: ReadonlySet<string>): boolean {
  const isElement = (one: Expression | undefined): boolean =>
    one?.nodeType === "Name" && names.has(one.id);
  const [first] = args;
  if (func.nodeType === "Attribute" && isElement(func.value))
    return /^(select|insert|update|delete)$/.test(func.attr) && args.length === 0;
  if (!statements.test(statementName(func))) return false;
  return isElement(first) || (first?.nodeType === "JoinedStr" && mentions(first, names));
}

/** `select` of `select(…)` and `sa.select(…)`, `query` of `session.query(…)`; a repository's `update` is none. */
function statementName(func: Expression): string {
  if (func.nodeType === "Name") return func.id;
  if (func.nodeType !== "Attribute") return "";
  const isModule =
    func.value.nodeType === "Name" && /^(sa|sqlalchemy|sqlmodel)$/.test(func.value.id);
  return isModule || func.attr === "query" ? func.attr : "";
}

/** Whether a loop ends after its first element. */
export function endsAtOnce({ node }: Loop): boolean {
  if (node.nodeType !== "For" && node.nodeType !== "AsyncFor") return false;
  return node.body.some(({ nodeType }) => nodeType === "Break" || nodeType === "Return");
}
