import type { Statement } from "../../python/ast/nodes";

/** The name that a top-level statement or a member of a class defines; `undefined` for others. */
export function definitionName(statement: Statement): string | undefined {
  switch (statement.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return statement.name;
    case "Assign": {
      const [target] = statement.targets;
      return target?.nodeType === "Name" ? target.id : undefined;
    }
    case "AnnAssign":
      return statement.target.nodeType === "Name" ? statement.target.id : undefined;
    default:
      return undefined;
  }
}

/** The line that a statement begins on, its decorators included. */
export function firstLine(statement: Statement): number {
  const decorator = "decorator_list" in statement ? statement.decorator_list[0] : undefined;
  return decorator?.line ?? statement.line;
}

/** A statement as it is written, with its decorators and the comments right above it. */
export function textOf(statement: Statement, lines: readonly string[]): string {
  let from = firstLine(statement);
  while (/^\s*#/.test(lines[from - 1] ?? "")) from -= 1;
  return lines.slice(from, statement.endLine + 1).join("\n");
}
