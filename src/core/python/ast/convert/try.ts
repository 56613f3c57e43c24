import type { ExceptHandler, Statement } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { type Body, clauseBody, type End } from "./blocks";
import { expression, expressionOrTuple } from "./expressions";
import { character, line, rule, type Source } from "./source";

/** Converts `try` with all its clauses. */
export function tryStatement(source: Source, node: number): Statement {
  const { table } = source;
  const end = next(table, node);
  const tried = clauseBody(source, node);
  const handlers: ExceptHandler[] = [];
  let isStar = false;
  let otherwise: Body | undefined;
  let final: Body | undefined;
  let last: End = tried;
  for (let child = first(node); child < end; child = next(table, child)) {
    switch (kind(table, child)) {
      case Kind.except_clause: {
        isStar ||= kind(table, first(child)) === Kind.Star;
        const handler = exceptHandler(source, child);
        handlers.push(handler);
        last = handler;
        break;
      }
      case Kind.else_clause:
        otherwise = clauseBody(source, child);
        last = otherwise;
        break;
      case Kind.finally_clause:
        final = clauseBody(source, child);
        last = final;
        break;
    }
  }
  return {
    nodeType: isStar ? "TryStar" : "Try",
    line: line(table, node),
    character: character(table, node),
    endLine: last.endLine,
    endCharacter: last.endCharacter,
    body: tried.body,
    handlers,
    orelse: otherwise?.body ?? [],
    finalbody: final?.body ?? [],
  };
}

function exceptHandler(source: Source, node: number): ExceptHandler {
  const { table } = source;
  const end = next(table, node);
  const { body, endLine, endCharacter } = clauseBody(source, node);
  const head = rule(table, first(node), end);
  const handler = {
    nodeType: "ExceptHandler",
    line: line(table, node),
    character: character(table, node),
    endLine,
    endCharacter,
  } as const;
  const found = kind(table, head);
  if (found === Kind.block) return { ...handler, type: null, name: null, body };
  if (found === Kind.as_pattern) {
    const name = rule(table, next(table, first(head)), next(table, head));
    const type = expression(source, first(head));
    return { ...handler, type, name: nameOf(source, name), body };
  }
  const after = next(table, head);
  if (after < end && isExpression(kind(table, after))) {
    return { ...handler, type: expression(source, head), name: nameOf(source, after), body };
  }
  let stop = after;
  while (stop < end && kind(table, stop) !== Kind.Colon && kind(table, stop) !== Kind.block) {
    stop = next(table, stop);
  }
  return { ...handler, type: expressionOrTuple(source, head, stop), name: null, body };
}

function isExpression(found: Kind): boolean {
  return found > Kind.module && found !== Kind.block;
}

function nameOf(source: Source, node: number): string | null {
  const target = expression(source, node);
  return target.nodeType === "Name" ? target.id : null;
}
