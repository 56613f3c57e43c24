import type { LineInsertion } from "../../edits/fixEdits";
import type { PositionedNode } from "../ast/nodes";
import { pathTo } from "../ast/pathTo";
import type { PythonFile } from "../pythonFile";
import { lookUp } from "../scopes/scope";

/** What code that a fix writes has to have imported. */
export interface NeededImport {
  readonly module: string;
  /** The name in it; left out for the module itself. */
  readonly name?: string;
  /** Top-level packages that all have the same thing by that name, be it in whatever module. */
  readonly packages?: readonly string[];
}

/**
 * The lines that import what is needed and not there yet, below the imports at the top of the file; `undefined` where a name
 * stands for something else, or there are no imports.
 * @param at where the names are to be used; the top level unless told
 */
export function missingImports(
  needed: readonly NeededImport[],
  file: PythonFile,
  at?: PositionedNode,
): readonly LineInsertion[] | undefined {
  const scope = at === undefined ? file.moduleScope : file.scopeOf(at);
  const lines: LineInsertion[] = [];
  for (const one of needed) {
    const known = lookUp(one.name ?? one.module, scope);
    if (known?.bindings.every((binding) => binding.kind === "import" && gives(binding, one, file)))
      continue;
    const line = known === undefined ? lineFor(one, file) : undefined;
    if (line === undefined) return undefined;
    lines.push(line);
  }
  return lines;
}

/** The line that imports a name, in the same place; `undefined` where there are no imports. */
export function importLine(
  module: string,
  name: string,
  file: PythonFile,
): LineInsertion | undefined {
  return lineFor({ module, name }, file);
}

/** Whether an import gives what is needed wherever it is used: one in an `if` may be for type checkers alone. */
function gives(
  { target, node }: { readonly target: string; readonly node: PositionedNode },
  { module, name, packages = [] }: NeededImport,
  { parsed }: PythonFile,
): boolean {
  const isAlike = packages.some(
    (one) => target.startsWith(`${one}.`) && target.endsWith(`.${name}`),
  );
  if (!isAlike && target !== (name === undefined ? module : `${module}.${name}`)) return false;
  return pathTo(parsed.module, node).every(({ nodeType }) => nodeType !== "If");
}

function lineFor(
  { module, name }: NeededImport,
  { parsed, document }: PythonFile,
): LineInsertion | undefined {
  const { body } = parsed.module;
  const firstOther = body.findIndex(
    ({ nodeType }) => nodeType.endsWith("FunctionDef") || nodeType === "ClassDef",
  );
  const last = body
    .slice(0, firstOther < 0 ? body.length : firstOther)
    .findLast((one) => one.nodeType === "Import" || one.nodeType === "ImportFrom");
  if (last === undefined || last.endLine + 1 >= document.lineCount) return undefined;
  const above = last.nodeType === "Import" ? last.names[0]?.name : last.module;
  // Packages stand in groups.
  const lead = above?.split(".")[0] === module.split(".")[0] ? "" : "\n";
  const lines = name === undefined ? `import ${module}` : `from ${module} import ${name}`;
  const at = { line: last.endLine + 1, character: 0 };
  return { at, lines, lead, trail: "\n", isImport: true };
}
