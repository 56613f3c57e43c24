import type { LineInsertion } from "../../../edits/fixEdits";
import { rangeOf } from "../../../python/ast/visit";
import { importLine } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import { dottedName } from "../../../python/scopes/build";
import type { Report } from "../../rule";
import type { LazyRead } from "./lazyReads";

/** Loads the relationship with the query; none where the query stands in another file, or its model has no plain name. */
export function loaderFix(
  { relationship, source }: LazyRead,
  file: PythonFile,
): Report<string>["fix"] {
  const start = source.statement?.start ?? source.query;
  const { node, place } = start;
  // A row that was made here has no query.
  if (start.func.kind === "class") return undefined;
  const entity = node?.args[0];
  if (node === undefined || entity === undefined || place.path !== file.path) return undefined;
  const model = dottedName(entity)?.join(".");
  const loader = loaderName(file);
  if (model === undefined || loader === undefined) return undefined;
  const option = `${loader.name}(${model}.${relationship.attribute})`;
  const isKeyed = source.statement === undefined;
  // Options that are there already stand in a list of their own.
  if (isKeyed && node.keywords.some(({ arg }) => arg === "options")) return undefined;
  const { end } = rangeOf(node);
  const at = isKeyed ? { line: end.line, character: end.character - 1 } : end;
  const newText = isKeyed ? `, options=[${option}]` : `.options(${option})`;
  return {
    title: `Load it with the query: \`${option}\``,
    edits: {
      replacements: [{ range: { start: at, end: at }, newText }],
      insertions: loader.insertion === undefined ? [] : [loader.insertion],
    },
  };
}

function loaderName(
  file: PythonFile,
): { readonly name: string; readonly insertion: LineInsertion | undefined } | undefined {
  for (const [name, [binding, ...others]] of file.moduleScope.bindings) {
    const isLoader = binding?.kind === "import" && binding.target === "sqlalchemy.orm.selectinload";
    if (isLoader && others.length === 0) return { name, insertion: undefined };
  }
  if (file.moduleScope.bindings.has("selectinload")) return undefined;
  const insertion = importLine("sqlalchemy.orm", "selectinload", file);
  return insertion && { name: "selectinload", insertion };
}
