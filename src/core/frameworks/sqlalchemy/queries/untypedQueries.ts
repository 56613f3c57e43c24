import type { Block, Effect } from "../../../evaluation/evaluator";
import { type CallV, externalName, textOf, type Value } from "../../../evaluation/value";
import type { Call } from "../../../python/ast/nodes";
import { type Query, statementGiven } from "./queries";
import { begun, extended, type SqlStatement, statementOf } from "./statement";

/**
 * A query through something of which nothing is known, as a parameter without annotation is: it is given a statement of
 * SQLAlchemy to execute, or is asked by `query(Model)`.
 */
export function untypedQuery(
  call: CallV,
  within: Block | undefined,
  effects: readonly Effect[],
  methods: { readonly executing: ReadonlySet<string>; readonly sending: ReadonlySet<string> },
): Query | undefined {
  const { node, func } = call;
  if (node?.func.nodeType !== "Attribute") return undefined;
  const method = node.func.attr;
  const found = (statement: SqlStatement | undefined): Query | undefined =>
    statement && { call, method, colour: undefined, through: func, statement, within };
  const given = statementGiven(call);
  if (methods.executing.has(method) && given !== undefined)
    return found(statementOf(given) ?? writtenStatement(call, given));
  if (func.kind !== "unknown" || !methods.sending.has(method)) return undefined;
  return found(statementUnder(node, effects));
}

/** A statement that is written as a text. */
function writtenStatement(call: CallV, given: Value): SqlStatement | undefined {
  const isSql = /^\s*(select|insert\s+into|update|delete\s+from|with)\b/i.test(textOf(given) ?? "");
  return isSql ? begun("text", call) : undefined;
}

/** What the calls before the last one of `db.query(Model).filter(…).all()` put together. */
function statementUnder(last: Call, effects: readonly Effect[]): SqlStatement | undefined {
  if (last.func.nodeType !== "Attribute" || last.func.value.nodeType !== "Call") return undefined;
  const node = last.func.value;
  if (node.func.nodeType !== "Attribute") return undefined;
  const call = effects.find((effect) => effect.call.node === node)?.call;
  if (call === undefined) return undefined;
  if (node.func.attr === "query") {
    const [entity] = call.args;
    const isModel =
      entity?.kind === "class" ||
      entity?.kind === "attribute" ||
      /(^|\.)[A-Z]\w*$/.test(externalName(entity) ?? "");
    return isModel ? begun("select", call) : undefined;
  }
  const before = statementUnder(node, effects);
  return before && extended(before, node.func.attr, call);
}
