import type { Statement, WithItem } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { type Body, clauseBody } from "./blocks";
import { expression } from "./expressions";
import { character, line, rule, type Source, setContext } from "./source";
import { withItems } from "./with";

/** Converts `if … elif … else`, from the last clause to the first, so that a long chain is not deep. */
export function ifStatement(source: Source, node: number): Statement {
  const { table } = source;
  const end = next(table, node);
  const clauses: { clause: number; test: number; body: Body }[] = [];
  const test = rule(table, first(node), end);
  clauses.push({ clause: node, test, body: clauseBody(source, node) });
  let otherwise: Body | undefined;
  for (let child = next(table, test); child < end; child = next(table, child)) {
    const found = kind(table, child);
    if (found === Kind.elif_clause) {
      const condition = rule(table, first(child), next(table, child));
      clauses.push({ clause: child, test: condition, body: clauseBody(source, child) });
    } else if (found === Kind.else_clause) {
      otherwise = clauseBody(source, child);
    }
  }
  const last = otherwise ?? (clauses[clauses.length - 1] as (typeof clauses)[number]).body;
  const { endLine, endCharacter } = last;
  let orelse: Statement[] = otherwise?.body ?? [];
  for (let index = clauses.length - 1; index >= 0; index--) {
    const { clause, test, body } = clauses[index] as (typeof clauses)[number];
    orelse = [
      {
        nodeType: "If",
        line: line(table, clause),
        character: character(table, clause),
        endLine,
        endCharacter,
        test: expression(source, test),
        body: body.body,
        orelse,
      },
    ];
  }
  return orelse[0] as Statement;
}

/** The `else` among the children of a loop or `try`. */
export function elseOf(source: Source, node: number): Body | undefined {
  const { table } = source;
  const end = next(table, node);
  for (let child = first(node); child < end; child = next(table, child)) {
    if (kind(table, child) === Kind.else_clause) return clauseBody(source, child);
  }
  return undefined;
}

/** Converts `for` and `async for`. */
export function forStatement(source: Source, node: number): Statement {
  const { table } = source;
  const end = next(table, node);
  const isAsync = kind(table, first(node)) === Kind.Async;
  const target = rule(table, first(node), end);
  const iter = rule(table, next(table, target), end);
  const body = clauseBody(source, node);
  const otherwise = elseOf(source, node);
  const { endLine, endCharacter } = otherwise ?? body;
  return {
    nodeType: isAsync ? "AsyncFor" : "For",
    line: line(table, node),
    character: character(table, node),
    endLine,
    endCharacter,
    target: setContext(expression(source, target), "Store"),
    iter: expression(source, iter),
    body: body.body,
    orelse: otherwise?.body ?? [],
  };
}

/** Converts `while`. */
export function whileStatement(source: Source, node: number): Statement {
  const { table } = source;
  const body = clauseBody(source, node);
  const otherwise = elseOf(source, node);
  const { endLine, endCharacter } = otherwise ?? body;
  return {
    nodeType: "While",
    line: line(table, node),
    character: character(table, node),
    endLine,
    endCharacter,
    test: expression(source, rule(table, first(node), next(table, node))),
    body: body.body,
    orelse: otherwise?.body ?? [],
  };
}

/** Converts `with` and `async with`. */
export function withStatement(source: Source, node: number): Statement {
  const { table } = source;
  const isAsync = kind(table, first(node)) === Kind.Async;
  const clause = first(node) + (isAsync ? stride : 0);
  const items: WithItem[] = withItems(source, clause);
  const { body, endLine, endCharacter } = clauseBody(source, node);
  return {
    nodeType: isAsync ? "AsyncWith" : "With",
    line: line(table, node),
    character: character(table, node),
    endLine,
    endCharacter,
    items,
    body,
  };
}
