import type { LineInsertion } from "../../edits/fixEdits";
import type { PythonFile } from "../pythonFile";

/** The line that imports a name, below the imports at the top of a file; `undefined` where there are none. */
export function importLine(
  module: string,
  name: string,
  file: PythonFile,
): LineInsertion | undefined {
  return lineBelowImports(`from ${module} import ${name}`, module, file);
}

/** The line that imports a module, in the same place. */
export function moduleImportLine(module: string, file: PythonFile): LineInsertion | undefined {
  return lineBelowImports(`import ${module}`, module, file);
}

function lineBelowImports(
  lines: string,
  module: string,
  { parsed }: PythonFile,
): LineInsertion | undefined {
  const { body } = parsed.module;
  const firstOther = body.findIndex(
    ({ nodeType }) => nodeType.endsWith("FunctionDef") || nodeType === "ClassDef",
  );
  const last = body
    .slice(0, firstOther < 0 ? body.length : firstOther)
    .findLast((one) => one.nodeType === "Import" || one.nodeType === "ImportFrom");
  if (last === undefined) return undefined;
  const above = last.nodeType === "Import" ? last.names[0]?.name : last.module;
  // Packages stand in groups.
  const lead = above?.split(".")[0] === module.split(".")[0] ? "" : "\n";
  return { at: { line: last.endLine + 1, character: 0 }, lines, lead, trail: "\n" };
}
