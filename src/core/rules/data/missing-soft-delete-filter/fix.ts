import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { dottedName } from "../../../python/scopes/build";
import type { Report } from "../../rule";
import type { Read } from "./reads";

/** Adds the condition; none where it is not plain how the model is named, or where the row is taken by its key. */
export function conditionFix(
  { call: { node }, mark, form }: Read,
  { document }: PythonFile,
): Report<string>["fix"] {
  const title = "Leave deleted rows out";
  if (node === undefined || form === "key") return undefined;
  if (form === "keywords") {
    const last = [...node.args, ...node.keywords].toSorted(
      (a, b) => a.endLine - b.endLine || a.endCharacter - b.endCharacter,
    );
    const end = last.at(-1) && rangeOf(last.at(-1) ?? node).end;
    if (end === undefined) return undefined;
    const newText = `, ${mark.attribute}=${mark.isTruth ? "False" : "None"}`;
    return {
      title,
      edits: { replacements: [{ range: { start: end, end }, newText }], insertions: [] },
    };
  }
  const [entity] = node.args;
  if (entity === undefined || dottedName(entity) === undefined) return undefined;
  const { end } = rangeOf(node);
  const method = form === "legacy" ? "filter" : "where";
  const test = mark.isTruth ? "is_(False)" : "is_(None)";
  const newText = `.${method}(${document.getText(rangeOf(entity))}.${mark.attribute}.${test})`;
  return {
    title,
    edits: { replacements: [{ range: { start: end, end }, newText }], insertions: [] },
  };
}
