import type { Statement } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { endCharacter, endLine, type Source } from "./source";
import { statement } from "./statements";

/** Where a statement that holds others ends, which is where the last of them or its semicolon does. */
export interface End {
  readonly endLine: number;
  readonly endCharacter: number;
}

/** The statements of a block, and where they end. */
export interface Body extends End {
  readonly body: Statement[];
}

function body(source: Source, clause: number, node: number): Body {
  const { table } = source;
  const statements: Statement[] = [];
  const end = next(table, node);
  let semicolon = -1;
  for (let child = first(node); child < end; child = next(table, child)) {
    if (kind(table, child) === Kind.Semicolon) {
      semicolon = child;
      continue;
    }
    statement(source, child, statements);
    semicolon = -1;
  }
  if (semicolon >= 0) {
    return {
      body: statements,
      endLine: endLine(table, semicolon),
      endCharacter: endCharacter(table, semicolon),
    };
  }
  const last = statements[statements.length - 1];
  if (last === undefined) return { body: [], ...emptyEnd(source, clause, node) };
  return { body: statements, endLine: last.endLine, endCharacter: last.endCharacter };
}

/** Where a clause without statements ends: at its colon. */
function emptyEnd(source: Source, clause: number, block: number): End {
  const { table } = source;
  let last = clause;
  for (let child = first(clause); child < block; child = next(table, child)) last = child;
  return { endLine: endLine(table, last), endCharacter: endCharacter(table, last) };
}

/** The `block` among the children between two places, or `end`. */
export function findBlock(source: Source, from: number, end: number): number {
  const { table } = source;
  let child = from;
  while (child < end && kind(table, child) !== Kind.block) child = next(table, child);
  return child;
}

/** The statements of the block of a clause, none where the block is missing. */
export function clauseBody(source: Source, clause: number): Body {
  const { table } = source;
  const end = next(table, clause);
  const block = findBlock(source, first(clause), end);
  if (block < end) return body(source, clause, block);
  return { body: [], endLine: endLine(table, clause), endCharacter: endCharacter(table, clause) };
}
