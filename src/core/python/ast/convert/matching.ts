import type { MatchCase, Statement } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { clauseBody, findBlock } from "./blocks";
import { expression, expressionOrTuple } from "./expressions";
import { openSequence } from "./patterns";
import { character, endCharacter, endLine, line, rule, type Source } from "./source";

/** Converts `match`. */
export function matchStatement(source: Source, node: number): Statement {
  const { table } = source;
  const end = next(table, node);
  const block = findBlock(source, first(node), end);
  let subjectEnd = first(node);
  while (subjectEnd < block && kind(table, subjectEnd) !== Kind.Colon) {
    subjectEnd = next(table, subjectEnd);
  }
  const cases: MatchCase[] = [];
  let last = { endLine: endLine(table, node), endCharacter: endCharacter(table, node) };
  for (let child = first(block); block < end && child < next(table, block); ) {
    if (kind(table, child) === Kind.case_clause) {
      const clause = clauseBody(source, child);
      cases.push(matchCase(source, child, clause.body));
      last = clause;
    }
    child = next(table, child);
  }
  return {
    nodeType: "Match",
    line: line(table, node),
    character: character(table, node),
    endLine: last.endLine,
    endCharacter: last.endCharacter,
    subject: expressionOrTuple(source, first(node), subjectEnd),
    cases,
  };
}

function matchCase(source: Source, node: number, body: readonly Statement[]): MatchCase {
  const { table } = source;
  const end = next(table, node);
  let patternEnd = first(node);
  while (patternEnd < end && isPattern(kind(table, patternEnd))) {
    patternEnd = next(table, patternEnd);
  }
  const guard = kind(table, patternEnd) === Kind.if_clause ? patternEnd : -1;
  return {
    nodeType: "match_case",
    pattern: openSequence(source, first(node), patternEnd),
    guard: guard < 0 ? null : expression(source, rule(table, first(guard), next(table, guard))),
    body,
  };
}

function isPattern(found: Kind): boolean {
  return found === Kind.case_pattern || found === Kind.Comma;
}
