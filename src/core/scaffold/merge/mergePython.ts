import type { TextEdit } from "../../edits/plan";
import type { ClassDef, Statement } from "../../python/ast/nodes";
import type { PythonParser } from "../../python/parser";
import { byPlace, insertion } from "./insertions";
import { mergeImports } from "./mergeImports";
import { definitionName, firstLine, textOf } from "./statementText";

/**
 * The edits that give a Python file what another text has and it has not: imports, constants, functions, and methods of
 * classes that both have. What is there by name is never touched. Methods go before the class's private ones,
 * constants behind those that are there, functions and classes to the end, and so do constants that follow them.
 * @returns why there are none, as the end of a sentence, where the file cannot be read
 */
export function mergePython(
  text: string,
  addition: string,
  parser: PythonParser,
): TextEdit[] | string {
  const { module, errors } = parser.read(text);
  if (errors.length > 0) return `line ${(errors[0]?.start.line ?? 0) + 1} is no Python`;
  const lines = text.split(/\r?\n/);
  const added = parser.read(addition).module.body;
  const addedLines = addition.split("\n");
  const known = new Map(module.body.flatMap((one) => named(one)));
  const edits: TextEdit[] = mergeImports(module.body, added);
  // What goes to the file's end comes behind what goes to the end of its last class.
  const last: TextEdit[] = [];
  let isBehind = false;
  for (const statement of added) {
    const name = definitionName(statement);
    if (name === undefined) continue;
    const there = known.get(name);
    const source = textOf(statement, addedLines);
    isBehind ||= !isConstant(statement);
    if (there === undefined && isBehind) last.push(insertion(end(lines), `\n\n${source}\n`));
    else if (there === undefined) edits.push(newConstant(source, module.body));
    else if (there?.nodeType === "ClassDef" && statement.nodeType === "ClassDef") {
      edits.push(...newMethods(there, statement, addedLines));
    }
  }
  const breaks = text.includes("\r\n") ? "\r\n" : "\n";
  return byPlace([...edits, ...last]).map((edit) => ({
    ...edit,
    newText: edit.newText.replaceAll("\n", breaks),
  }));
}

function named(statement: Statement): [string, Statement][] {
  const name = definitionName(statement);
  return name === undefined ? [] : [[name, statement]];
}

function isConstant(statement: Statement): boolean {
  return statement.nodeType === "Assign" || statement.nodeType === "AnnAssign";
}

function newConstant(source: string, body: readonly Statement[]): TextEdit {
  const above = body.findLast(isConstant);
  if (above !== undefined) return insertion(above.endLine + 1, `${source}\n`);
  const imported = body.findLast(
    (one) => one.nodeType === "Import" || one.nodeType === "ImportFrom",
  );
  return insertion((imported?.endLine ?? -1) + 1, `\n${source}\n`);
}

/** The line behind the last one that holds anything. */
function end(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== "") + 1;
}

function newMethods(there: ClassDef, added: ClassDef, addedLines: readonly string[]): TextEdit[] {
  const names = new Set(there.body.map(definitionName));
  const missing = added.body.filter(
    (one) => definitionName(one) !== undefined && !names.has(definitionName(one)),
  );
  return missing.map((method) => {
    const source = textOf(method, addedLines);
    const isPrivate = /^_(?!_)/.test(definitionName(method) ?? "");
    const below = there.body.find((one) => /^_(?!_)/.test(definitionName(one) ?? ""));
    if (below !== undefined && !isPrivate) return insertion(firstLine(below), `${source}\n\n`);
    const last = there.body.at(-1);
    return insertion((last?.endLine ?? there.endLine) + 1, `\n${source}\n`);
  });
}
