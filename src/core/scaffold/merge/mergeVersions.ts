import { fingerprint } from "../../edits/fingerprint";
import type { FileEdit } from "../../edits/plan";
import { joinUri } from "../../project/paths";
import type { ManualEdit } from "../landFiles";
import { readText } from "../register/register";
import type { ScaffoldHost } from "../scaffoldModule";
import type { ProducedFile } from "../templateSet";
import { mergeChange } from "./mergeChange";

/**
 * The edits that change files of a project as templates' files change from one version to another; what cannot be edited
 * is left to the user. Files that the change does not concern are not read.
 * @param before as the templates make them of what is there, by path
 */
export async function mergeVersions(
  root: string,
  before: readonly ProducedFile[],
  after: readonly ProducedFile[],
  { fileSystem, parser }: Pick<ScaffoldHost, "fileSystem" | "parser">,
): Promise<{ readonly edits: readonly FileEdit[]; readonly manual: readonly ManualEdit[] }> {
  const edits: FileEdit[] = [];
  const manual: ManualEdit[] = [];
  for (const { path, content } of after) {
    const old = before.find((one) => one.path === path)?.content ?? "";
    if (old === content) continue;
    const uri = joinUri(root, path);
    const text = await readText(uri, fileSystem);
    const merged = text === undefined ? "it is not there" : mergeChange(old, content, text, parser);
    if (typeof merged === "string" || text === undefined) {
      manual.push({ path, reason: `${merged}; it would hold:`, text: content });
      continue;
    }
    if (merged.edits.length > 0) edits.push({ uri, basis: fingerprint(text), edits: merged.edits });
    for (const one of merged.left) {
      const where = one.where === "" ? "" : ` in ${one.where}`;
      manual.push({ path, reason: `this has no place${where}; add it by hand:`, text: one.text });
    }
  }
  return { edits, manual };
}
