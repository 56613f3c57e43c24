import type { TextEdit } from "../../edits/plan";
import type { Import, ImportFrom, Statement } from "../../python/ast/nodes";
import { sortImports } from "../sortImports";
import { lineLength } from "../tidyPython";
import { wrapLines } from "../wrapLines";
import { insertion } from "./insertions";

type AnyImport = Import | ImportFrom;

/**
 * The edits that give a file imports that it lacks: names go into the import of their module where there is one, else a
 * line of their own is put in order: beside those of its package, else into the block of those that it stands with in the
 * text that it comes from.
 * @param old what that text imported before: none of it is added again
 */
export function mergeImports(
  body: readonly Statement[],
  added: readonly Statement[],
  old: readonly Statement[] = [],
): TextEdit[] {
  const before = new Set(old.flatMap(namesIn));
  const imports = body.filter(isImport);
  const from = imports.filter((one) => one.nodeType === "ImportFrom");
  return added.filter(isImport).flatMap((one): TextEdit[] => {
    const names = one.names.map(written);
    const fresh = names.filter((_, index) => !before.has(namesIn(one)[index] ?? ""));
    if (one.nodeType === "Import") {
      const plain = imports.filter(({ nodeType }) => nodeType === "Import");
      const there = new Set(plain.flatMap(namesIn));
      const missing = fresh.filter((name) => !there.has(`${name} `));
      return missing.map((name) => newImport(body, imports, added, one, `import ${name}\n`));
    }
    if (one.module === null) return [];
    const same = from.filter(({ module }) => module === one.module);
    const there = new Set(same.flatMap((other) => other.names.map(written)));
    const missing = fresh.filter((name) => !there.has(name));
    if (missing.length === 0) return [];
    const [first] = same;
    return [
      first === undefined
        ? newImport(body, imports, added, one, importText(one.module, missing))
        : grown(first, missing),
    ];
  });
}

function isImport(statement: Statement): statement is AnyImport {
  return statement.nodeType === "Import" || statement.nodeType === "ImportFrom";
}

function written({ name, asname }: ImportFrom["names"][number]): string {
  return asname === null ? name : `${name} as ${asname}`;
}

/** What an import brings, each name with its module. */
function namesIn(statement: Statement): string[] {
  if (!isImport(statement)) return [];
  const module = statement.nodeType === "ImportFrom" ? (statement.module ?? ".") : "";
  return statement.names.map((name) => `${written(name)} ${module}`);
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
  body: readonly Statement[],
  imports: readonly AnyImport[],
  added: readonly Statement[],
  wanted: AnyImport,
  text: string,
): TextEdit {
  const ofKind = imports.filter(({ nodeType }) => nodeType === wanted.nodeType);
  const own = ofKind.filter((one) => topOf(one) === topOf(wanted) && !isFuture(one));
  const [plain] = wanted.nodeType === "Import" ? ofKind : [];
  const block =
    plain === undefined
      ? blockOf(wanted, added.filter(isImport), imports)
      : blockAround(plain, imports);
  const siblings = own.length > 0 ? own : block;
  const above = siblings.findLast((one) => isBefore(one, wanted));
  if (above !== undefined) return insertion(above.endLine + 1, text);
  const [below] = siblings;
  if (below !== undefined) return insertion(below.line, text);
  return newBlock(body, imports, added.filter(isImport), wanted, text);
}

/** The edit for an import that stands with none of those of the file: behind the block that its own follows. */
function newBlock(
  body: readonly Statement[],
  imports: readonly AnyImport[],
  added: readonly AnyImport[],
  wanted: AnyImport,
  text: string,
): TextEdit {
  const own = blockAround(wanted, added);
  // Those of one block come at one place, and the first of them brings the blank line.
  const parted = own[0] === wanted ? `\n${text}` : text;
  const modules = new Set(added.slice(0, added.indexOf(own[0] ?? wanted)).map(moduleOf));
  const before = imports.findLast((one) => modules.has(moduleOf(one)));
  const above = before === undefined ? imports.at(-1) : blockAround(before, imports).at(-1);
  if (above !== undefined) return insertion(above.endLine + 1, parted);
  const [docstring] = body;
  const isDocstring = docstring?.nodeType === "Expr";
  return isDocstring ? insertion(docstring.endLine + 1, parted) : insertion(0, text);
}

/** The block of a file's imports that holds one of those that an import stands with where it comes from. */
function blockOf(
  wanted: AnyImport,
  added: readonly AnyImport[],
  imports: readonly AnyImport[],
): readonly AnyImport[] {
  const company = new Set(blockAround(wanted, added).map(moduleOf));
  const found = imports.find((one) => company.has(moduleOf(one)) && !isFuture(one));
  return found === undefined ? [] : blockAround(found, imports);
}

/** The imports that stand with one without a blank line between them. */
function blockAround(one: AnyImport, imports: readonly AnyImport[]): readonly AnyImport[] {
  const at = imports.indexOf(one);
  const isParted = (index: number) =>
    (imports[index]?.line ?? 0) - (imports[index - 1]?.endLine ?? 0) > 1;
  let from = at;
  while (from > 0 && !isParted(from)) from -= 1;
  let to = at + 1;
  while (to < imports.length && !isParted(to)) to += 1;
  return imports.slice(from, to);
}

/** The order within a block: `import x` first, then by module. */
function isBefore(one: AnyImport, other: AnyImport): boolean {
  if (one.nodeType !== other.nodeType) return one.nodeType === "Import";
  return moduleOf(one).toLowerCase() < moduleOf(other).toLowerCase();
}

function moduleOf(one: AnyImport): string {
  return (one.nodeType === "ImportFrom" ? one.module : one.names[0]?.name) ?? "";
}

function topOf(one: AnyImport): string {
  return moduleOf(one).split(".")[0] ?? "";
}

function isFuture(one: AnyImport): boolean {
  return moduleOf(one) === "__future__";
}
