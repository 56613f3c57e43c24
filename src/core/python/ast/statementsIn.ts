import type { Node, Statement } from "./nodes";

/**
 * Calls back with every statement in a statement, itself included, in the order of the text. Expressions are not
 * looked into, which makes it far faster than `walk`.
 */
export function forEachStatement(root: Statement, callback: (statement: Statement) => void): void {
  const pending: Statement[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    callback(next);
    const blocks = blocksOf(next);
    for (let block = blocks.length - 1; block >= 0; block--) {
      const body = blocks[block] ?? [];
      for (let index = body.length - 1; index >= 0; index--) {
        const statement = body[index];
        if (statement !== undefined) pending.push(statement);
      }
    }
  }
}

/** The bodies that a statement is made of, in the order of the text. */
export function blocksOf(statement: Node): readonly (readonly Statement[])[] {
  switch (statement.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "With":
    case "AsyncWith":
      return [statement.body];
    case "If":
    case "For":
    case "AsyncFor":
    case "While":
      return [statement.body, statement.orelse];
    case "Try":
    case "TryStar":
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.orelse,
        statement.finalbody,
      ];
    case "Match":
      return statement.cases.map(({ body }) => body);
    default:
      return none;
  }
}

const none: readonly (readonly Statement[])[] = [];

/** The statements of a function's body at any depth, in the order of the text, without those of functions and classes in it. */
export function ownStatements(body: readonly Statement[]): readonly Statement[] {
  const found: Statement[] = [];
  const pending: Statement[] = body.toReversed();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    if (opensScope(next)) continue;
    pending.push(...blocksOf(next).flat().reverse());
  }
  return found;
}

function opensScope({ nodeType }: Statement): boolean {
  return nodeType === "FunctionDef" || nodeType === "AsyncFunctionDef" || nodeType === "ClassDef";
}
