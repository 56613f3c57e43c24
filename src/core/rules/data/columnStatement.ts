import type { ColumnModel } from "../../frameworks/sqlalchemy/model";
import type { AnnAssign, Assign, Call, Expression, Name } from "../../python/ast/nodes";
import { forEachStatement } from "../../python/ast/statementsIn";
import type { PythonFile } from "../../python/pythonFile";
import type { Report } from "../rule";

/** `name: Mapped[str] = mapped_column(…)` in the body of a class. */
export interface ColumnStatement {
  readonly statement: Assign | AnnAssign;
  readonly target: Name;
  readonly annotation: Expression | undefined;
  readonly value: Expression | undefined;
}

/** The statement of a file that makes a column; `undefined` where it is made some other way. */
export function columnStatement(
  { attribute, place }: ColumnModel,
  file: PythonFile,
): ColumnStatement | undefined {
  let found: ColumnStatement | undefined;
  for (const top of file.parsed.module.body) {
    if (place.line < top.line || place.line > top.endLine) continue;
    forEachStatement(top, (statement) => {
      if (statement.nodeType !== "Assign" && statement.nodeType !== "AnnAssign") return;
      if (place.line < statement.line || place.line > statement.endLine) return;
      const target = statement.nodeType === "Assign" ? statement.targets[0] : statement.target;
      if (target?.nodeType !== "Name" || target.id !== attribute) return;
      const annotation = statement.nodeType === "AnnAssign" ? statement.annotation : undefined;
      found = { statement, target, annotation, value: statement.value ?? undefined };
    });
  }
  return found;
}

/** Adds `index=True` to a column; none where it is not made by one call that takes it. */
export function indexFix(
  { annotation, value }: ColumnStatement,
  { document, moduleScope }: PythonFile,
): Report<string>["fix"] {
  const title = "Index the column";
  if (value === undefined) {
    const end = annotation && { line: annotation.endLine, character: annotation.endCharacter };
    if (end === undefined || !moduleScope.bindings.has("mapped_column")) return undefined;
    return { title, edits: insertion(end, " = mapped_column(index=True)") };
  }
  if (value.nodeType !== "Call") return undefined;
  const { func } = value;
  const name = func.nodeType === "Name" ? func.id : func.nodeType === "Attribute" ? func.attr : "";
  const names = value.keywords.map(({ arg }) => arg);
  const isTaken = names.some((arg) => arg === null || arg === "index" || arg.startsWith("sa_"));
  if (!/^(?:mapped_column|Column|Field)$/.test(name) || isTaken) return undefined;
  const last = lastArgument(value);
  if (last === undefined) {
    const end = { line: value.endLine, character: value.endCharacter - 1 };
    return { title, edits: insertion(end, "index=True") };
  }
  const end = { line: last.endLine, character: last.endCharacter };
  if (last.line === value.line) return { title, edits: insertion(end, ", index=True") };
  const eol = document.getText().includes("\r\n") ? "\r\n" : "\n";
  const newText = `,${eol}${" ".repeat(last.character)}index=True`;
  return { title, edits: insertion(end, newText) };
}

function lastArgument({ args, keywords }: Call) {
  return [...args, ...keywords]
    .toSorted((a, b) => a.endLine - b.endLine || a.endCharacter - b.endCharacter)
    .at(-1);
}

function insertion(at: { line: number; character: number }, newText: string) {
  return { replacements: [{ range: { start: at, end: at }, newText }], insertions: [] };
}
