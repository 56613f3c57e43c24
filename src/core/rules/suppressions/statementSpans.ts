import type { Module, Node, Statement } from "../../python/ast/nodes";
import { forEachStatement } from "../../python/ast/statementsIn";

/** The lines of a whole simple statement, or of a compound one's header with its decorators; from zero. */
export interface StatementSpan {
  readonly first: number;
  readonly last: number;
}

/** The spans of a file's statements and headers, in the order of the text. No two of them cross. */
export function statementSpans(module: Module): readonly StatementSpan[] {
  const spans: StatementSpan[] = [];
  for (const statement of module.body) {
    forEachStatement(statement, (one) => {
      spans.push(...spansOf(one));
    });
  }
  return spans.sort((a, b) => a.first - b.first || a.last - b.last);
}

function spansOf(statement: Statement): readonly StatementSpan[] {
  switch (statement.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef": {
      const first = statement.decorator_list[0]?.line ?? statement.line;
      return [header(first, statement, statement.body)];
    }
    case "If":
    case "For":
    case "AsyncFor":
    case "While":
    case "With":
    case "AsyncWith":
      return [header(statement.line, statement, statement.body)];
    case "Try":
    case "TryStar":
      return [
        header(statement.line, statement, statement.body),
        ...statement.handlers.map((handler) => header(handler.line, handler, handler.body)),
      ];
    case "Match":
      return [{ first: statement.line, last: statement.subject.endLine }];
    default:
      return [{ first: statement.line, last: statement.endLine }];
  }
}

/** From the first line to the one before the body, or to the body's where it stands on the header's own line. */
function header(
  first: number,
  { line }: { readonly line: number },
  body: readonly Statement[],
): StatementSpan {
  const [begin] = body;
  const start = begin === undefined ? line : firstLine(begin);
  return { first, last: Math.max(line, start > line ? start - 1 : start) };
}

function firstLine(statement: Node & { readonly line: number }): number {
  return "decorator_list" in statement
    ? (statement.decorator_list[0]?.line ?? statement.line)
    : statement.line;
}
