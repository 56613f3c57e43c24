import type { TextEdit } from "../../edits/plan";
import type { Expression, Statement } from "../../python/ast/nodes";
import type { Gathered } from "../layouts";
import { lineLength } from "../tidyPython";
import { wrapLines } from "../wrapLines";

/** The top level of a file that gathers something of every module, and its lines. */
export interface GatheringText {
  readonly body: readonly Statement[];
  readonly lines: readonly string[];
}

/** Why an edit cannot be made, as the end of a sentence. */
export interface NoPlace {
  readonly noPlace: string;
}

/**
 * The edit that gives a gathering file a line, in the order of its siblings; `undefined` where it has the line already, in
 * whatever form. @returns `NoPlace` where the file has no sibling that would show the place.
 */
export function insertLine(file: GatheringText, line: Gathered): TextEdit | NoPlace | undefined {
  switch (line.kind) {
    case "import":
      return insertImport(file, line);
    case "call":
      return insertCall(file, line);
    case "listed":
      return insertListed(file, line);
  }
}

/** A gathered line as it is written. */
export function lineText(line: Gathered): string {
  switch (line.kind) {
    case "import":
      return `from ${line.module} import ${line.name}${line.as === undefined ? "" : ` as ${line.as}`}`;
    case "call":
      return `${line.call}(${line.argument})`;
    case "listed":
      return `"${line.value}",`;
  }
}

function insertImport(
  { body }: GatheringText,
  line: Extract<Gathered, { kind: "import" }>,
): TextEdit | NoPlace | undefined {
  const imports = body.filter((one) => one.nodeType === "ImportFrom");
  const bound = line.as ?? line.name;
  const isThere = imports.some(
    ({ module, names }) =>
      module === line.module &&
      names.some(({ name, asname }) => name === line.name && (asname ?? name) === bound),
  );
  if (isThere) return undefined;
  const [top] = line.module.split(".");
  const siblings = imports.filter(({ module }) => module?.split(".")[0] === top);
  const above = siblings.findLast(({ module }) => (module ?? "") < line.module);
  const text = wrapLines([lineText(line)], lineLength).join("\n");
  if (above !== undefined) return lineAt(above.endLine + 1, text);
  const [below] = siblings;
  if (below !== undefined) return lineAt(below.line, text);
  const last = body.findLast((one) => one.nodeType === "Import" || one.nodeType === "ImportFrom");
  if (last === undefined) return { noPlace: "it has no imports" };
  return lineAt(last.endLine + 1, `\n${text}`);
}

function insertCall(
  { body }: GatheringText,
  line: Extract<Gathered, { kind: "call" }>,
): TextEdit | NoPlace | undefined {
  const calls = body.flatMap((one) => {
    if (one.nodeType !== "Expr" || one.value.nodeType !== "Call") return [];
    const [first] = one.value.args;
    return dotted(one.value.func) === line.call && first !== undefined
      ? [{ statement: one, argument: dotted(first) }]
      : [];
  });
  if (calls.some(({ argument }) => argument === line.argument)) return undefined;
  const names = calls.map(({ argument }) => argument);
  const isSorted = names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);
  const above = isSorted
    ? calls.findLast(({ argument }) => argument < line.argument)
    : calls.at(-1);
  if (above !== undefined) return lineAt(above.statement.endLine + 1, lineText(line));
  const [below] = calls;
  if (below !== undefined) return lineAt(below.statement.line, lineText(line));
  const [owner] = line.call.split(".");
  const made = body.findLast(
    (one) => one.nodeType === "Assign" && one.targets.some((target) => dotted(target) === owner),
  );
  if (made !== undefined) return lineAt(made.endLine + 1, lineText(line));
  return { noPlace: `there is no ${owner} at its top level` };
}

function insertListed(
  { body, lines }: GatheringText,
  line: Extract<Gathered, { kind: "listed" }>,
): TextEdit | NoPlace | undefined {
  const lists = body.flatMap((one) =>
    one.nodeType === "Assign" &&
    one.targets.some((target) => dotted(target) === line.list) &&
    (one.value.nodeType === "List" || one.value.nodeType === "Tuple")
      ? [one.value]
      : [],
  );
  const [list] = lists;
  if (list === undefined) return { noPlace: `there is no list ${line.list} at its top level` };
  const items = list.elts.flatMap((one) =>
    one.nodeType === "Constant" && typeof one.value === "string"
      ? [{ ...one, text: one.value }]
      : [],
  );
  if (items.some(({ text }) => text === line.value)) return undefined;
  const last = items.at(-1);
  if (last === undefined || items.length !== list.elts.length) {
    return { noPlace: `${line.list} is not a list of texts` };
  }
  const above = items.findLast(({ text }) => text < line.value);
  const isSpread = items.length === 1 ? list.line !== last.line : items[0]?.line !== last.line;
  if (!isSpread) {
    const character = above === undefined ? (items[0]?.character ?? 0) : above.endCharacter;
    const newText = above === undefined ? `"${line.value}", ` : `, "${line.value}"`;
    return edit(above?.endLine ?? last.line, character, newText);
  }
  const indent = /^\s*/.exec(lines[last.line] ?? "")?.[0] ?? "";
  if (above === last && !/^\s*,/.test(lines[last.endLine]?.slice(last.endCharacter) ?? "")) {
    return edit(last.endLine, last.endCharacter, `,\n${indent}"${line.value}",`);
  }
  return lineAt(
    above === undefined ? (items[0]?.line ?? 0) : above.endLine + 1,
    indent + lineText(line),
  );
}

/** `a.b.c` of names and attributes; empty for what is none. */
function dotted(expression: Expression): string {
  if (expression.nodeType === "Name") return expression.id;
  if (expression.nodeType !== "Attribute") return "";
  const owner = dotted(expression.value);
  return owner === "" ? "" : `${owner}.${expression.attr}`;
}

function lineAt(line: number, text: string): TextEdit {
  return edit(line, 0, `${text}\n`);
}

function edit(line: number, character: number, newText: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, newText };
}
