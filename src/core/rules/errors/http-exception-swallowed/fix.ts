import type { ExceptHandler } from "../../../python/ast/nodes";
import type { PythonFile } from "../../../python/pythonFile";
import { dottedName } from "../../../python/scopes/build";
import type { Report } from "../../rule";
import type { Caught } from "./swallowed";

/** Lets the exception pass before the broad `except`; `undefined` where the file's layout leaves no line for it. */
export function passOn(
  { exc, exception, handler, tryStatement }: Caught,
  file: PythonFile,
): Report<string>["fix"] {
  const name = nameOf(exc, exception, file);
  const source = file.document.getText().split(/\r\n|\r|\n/);
  const indent = /^\s*/.exec(source[handler.line] ?? "")?.[0] ?? "";
  const inner = indentInside(handler, tryStatement.body[0]?.line, source, indent);
  if (name === undefined || indent.length !== handler.character) return undefined;
  const lines = `${indent}except ${name}:\n${inner}raise`;
  const at = { line: lineAbove(handler.line, indent, source), character: 0 };
  return {
    title: `Let ${name} pass`,
    edits: { replacements: [], insertions: [{ at, lines, lead: "", trail: "\n" }] },
  };
}

/** What the file calls `HTTPException`, else the class as it is raised. */
function nameOf(
  exc: Caught["exc"],
  exception: Caught["exception"],
  file: PythonFile,
): string | undefined {
  const raised = dottedName(exc.nodeType === "Call" ? exc.func : exc)?.join(".");
  if (exception.kind !== "class") return raised;
  for (const [name, bindings] of file.moduleScope.bindings) {
    const isBase = bindings.some(
      (one) => one.kind === "import" && one.target === "starlette.exceptions.HTTPException",
    );
    if (isBase) return name;
  }
  return raised;
}

function indentInside(
  { body }: ExceptHandler,
  tryLine: number | undefined,
  source: readonly string[],
  indent: string,
): string {
  const lines = [body[0]?.line, tryLine].map((line) => /^\s*/.exec(source[line ?? -1] ?? "")?.[0]);
  return lines.find((one) => one !== undefined && one.length > indent.length) ?? `${indent}    `;
}

/** The line of the comments right above a line, where they stand at its level. */
function lineAbove(line: number, indent: string, source: readonly string[]): number {
  let above = line;
  while (source[above - 1]?.startsWith(`${indent}#`)) above--;
  return above;
}
