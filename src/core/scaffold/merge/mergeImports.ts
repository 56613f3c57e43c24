import type { TextEdit } from "../../edits/plan";
import type { ImportFrom, Statement } from "../../python/ast/nodes";
import { sortImports } from "../sortImports";
import { lineLength } from "../tidyPython";
import { wrapLines } from "../wrapLines";
import { insertion } from "./insertions";

/**
 * The edits that give a file imports that it lacks: names go into the import of their module where there is one, else a
 * line of their own is put in the order of its package's.
 */
export function mergeImports(body: readonly Statement[], added: readonly Statement[]): TextEdit[] {
  const imports = body.filter((one) => one.nodeType === "ImportFrom");
  return added.flatMap((one): TextEdit[] => {
    if (one.nodeType === "Import") return plainImport(body, one.names.map(written).join(", "));
    if (one.nodeType !== "ImportFrom" || one.module === null) return [];
    const same = imports.filter(({ module }) => module === one.module);
    const known = new Set(same.flatMap(({ names }) => names.map(written)));
    const missing = one.names.map(written).filter((name) => !known.has(name));
    if (missing.length === 0) return [];
    const [first] = same;
    return [
      first === undefined ? newImport(imports, body, one.module, missing) : grown(first, missing),
    ];
  });
}

function written({ name, asname }: ImportFrom["names"][number]): string {
  return asname === null ? name : `${name} as ${asname}`;
}

function importText(module: string, names: readonly string[]): string {
  const [line = ""] = sortImports([`from ${module} import ${names.join(", ")}`]);
  return `${wrapLines([line], lineLength).join("\n")}\n`;
}

/** An import with more names, in place of what it was. */
function grown(statement: ImportFrom, missing: readonly string[]): TextEdit {
  const names = [...statement.names.map(written), ...missing];
  const start = { line: statement.line, character: 0 };
  const end = { line: statement.endLine + 1, character: 0 };
  return { range: { start, end }, newText: importText(statement.module ?? "", names) };
}

function newImport(
  imports: readonly ImportFrom[],
  body: readonly Statement[],
  module: string,
  names: readonly string[],
): TextEdit {
  const text = importText(module, names);
  const [top] = module.split(".");
  const siblings = imports.filter((one) => one.module?.split(".")[0] === top);
  const above = siblings.findLast((one) => (one.module ?? "") < module);
  if (above !== undefined) return insertion(above.endLine + 1, text);
  const [below] = siblings;
  if (below !== undefined) return insertion(below.line, text);
  const last = body.findLast((one) => one.nodeType === "Import" || one.nodeType === "ImportFrom");
  return insertion((last?.endLine ?? -1) + 1, last === undefined ? text : `\n${text}`);
}

function plainImport(body: readonly Statement[], name: string): TextEdit[] {
  const plain = body.filter((one) => one.nodeType === "Import");
  if (plain.some(({ names }) => names.map(written).includes(name))) return [];
  const future = body.find((one) => one.nodeType === "ImportFrom" && one.module === "__future__");
  const above = plain.findLast(({ names }) => (names[0]?.name ?? "") < name);
  if (above !== undefined) return [insertion(above.endLine + 1, `import ${name}\n`)];
  const [below] = plain;
  if (below !== undefined) return [insertion(below.line, `import ${name}\n`)];
  return [insertion((future?.endLine ?? -1) + 1, `\nimport ${name}\n`)];
}
