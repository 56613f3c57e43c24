import { lookUp } from "../../../evaluation/names";
import type { ClassV } from "../../../evaluation/value";
import type { Alias, Expression, ImportFrom } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { importLine } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import { type Range, rangeContains } from "../../../text/range";
import type { AnyRuleContext, Report } from "../../rule";
import { isSameClass, type ProjectBase } from "./projectBase";
import { rawBases } from "./rawModels";

/**
 * Puts the project's base in the place of `BaseModel`, and imports it. Where both have the same name, the import is what
 * changes, if nothing but schemas uses it.
 * @param raw how many classes of the file are to have another base
 */
export function baseFix(
  { node }: ClassV,
  base: ProjectBase,
  raw: number,
  context: AnyRuleContext,
): Report<string>["fix"] {
  const { file } = context;
  const scope = file.scopeOf(node);
  const used = node.bases.find((one) => rawBases.has(file.resolve(one, scope) ?? ""));
  if (used === undefined) return undefined;
  const { name } = base.of;
  const title = `Inherit ${name} of ${base.module}`;
  const known = localName(base, context);
  const imported = rawImport(used, file);
  const uses = imported === undefined ? 0 : timesNamed(imported.name, file) - 1;
  const isSameName = known === undefined && imported?.name === name;
  if (isSameName ? uses !== raw : known === undefined && timesNamed(name, file) > 0) {
    return undefined;
  }
  const replacements = isSameName ? [] : [{ range: rangeOf(used), newText: known ?? name }];
  const line = known === undefined ? importLine(base.module, name, file) : undefined;
  if (known === undefined && line === undefined) return undefined;
  if (imported === undefined || (!isSameName && uses > 1)) {
    return { title, edits: { replacements, insertions: line === undefined ? [] : [line] } };
  }
  // The import that nothing needs any more makes room for the other one.
  if (imported.isWhole && line !== undefined) {
    replacements.push({ range: rangeOf(imported.statement), newText: line.lines });
    return { title, edits: { replacements, insertions: [] } };
  }
  const range = rangeAlone(imported, file);
  if (range !== undefined) replacements.push({ range, newText: "" });
  else if (isSameName) return undefined;
  return { title, edits: { replacements, insertions: line === undefined ? [] : [line] } };
}

/** The name under which the file has the base already. */
function localName({ of }: ProjectBase, { file, code }: AnyRuleContext): string | undefined {
  if (of.path === file.path) return of.qualname;
  const { scope } = code.run(file.path);
  for (const [name, bindings] of file.moduleScope.bindings) {
    const [binding] = bindings;
    if (binding?.kind !== "import" || bindings.length > 1 || !isAtTop(binding.node, file)) continue;
    if (isSameClass(lookUp(code.typeEvaluation(), name, scope), of)) return name;
  }
  return undefined;
}

function isAtTop(alias: Alias, file: PythonFile): boolean {
  const statement = file.parent(alias);
  return file.parsed.module.body.some((one) => one === statement);
}

/** What brings `BaseModel` into a file. */
interface RawImport {
  readonly name: string;
  readonly alias: Alias;
  readonly statement: ImportFrom;
  /** Whether it brings nothing else. */
  readonly isWhole: boolean;
}

function rawImport(used: Expression, file: PythonFile): RawImport | undefined {
  if (used.nodeType !== "Name") return undefined;
  const { id: name } = used;
  const bindings = file.moduleScope.bindings.get(name) ?? [];
  const [binding] = bindings;
  if (binding?.kind !== "import" || bindings.length > 1) return undefined;
  const { node: alias } = binding;
  const statement = file.parent(alias);
  if (statement?.nodeType !== "ImportFrom" || !isAtTop(alias, file)) return undefined;
  return { name, alias, statement, isWhole: statement.names.length === 1 };
}

/** What goes when one name of an import does, or its whole line; `undefined` where something else would go with it. */
function rangeAlone(
  { alias, statement }: RawImport,
  { document, parsed }: PythonFile,
): Range | undefined {
  const index = statement.names.indexOf(alias);
  const next = statement.names[index + 1];
  const before = statement.names[index - 1];
  const { start, end } = rangeOf(alias);
  const part =
    next !== undefined
      ? { start, end: rangeOf(next).start }
      : before !== undefined && { start: rangeOf(before).end, end };
  if (part) {
    return parsed.comments.some(({ range }) => rangeContains(part, range)) ? undefined : part;
  }
  const lines = {
    start: { line: statement.line, character: 0 },
    end: { line: statement.endLine + 1, character: 0 },
  };
  const isAlone = document.getText(lines).trim() === document.getText(rangeOf(statement));
  return isAlone ? lines : undefined;
}

/** How often a name stands in a file, be it in a text. */
function timesNamed(name: string, { document }: PythonFile): number {
  return document.getText().match(new RegExp(`(?<![\\w.])${name}(?!\\w)`, "g"))?.length ?? 0;
}
