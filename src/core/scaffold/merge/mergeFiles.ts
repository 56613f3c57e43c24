import { fingerprint } from "../../edits/fingerprint";
import type { FileEdit } from "../../edits/plan";
import { joinUri } from "../../project/paths";
import type { ManualEdit } from "../landFiles";
import { readText } from "../register/register";
import type { ScaffoldHost } from "../scaffoldModule";
import type { ProducedFile } from "../templateSet";
import { mergePython } from "./mergePython";

/** The edits that give files of a project what a scaffold has for them; what cannot be edited is left to the user. */
export async function mergeFiles(
  root: string,
  files: readonly ProducedFile[],
  { fileSystem, parser }: Pick<ScaffoldHost, "fileSystem" | "parser">,
): Promise<{ readonly edits: readonly FileEdit[]; readonly manual: readonly ManualEdit[] }> {
  const edits: FileEdit[] = [];
  const manual: ManualEdit[] = [];
  for (const { path, content } of files) {
    const uri = joinUri(root, path);
    const text = await readText(uri, fileSystem);
    const merged = text === undefined ? "it is not there" : mergePython(text, content, parser);
    if (typeof merged === "string" || text === undefined) {
      manual.push({ path, reason: `${merged}; add to it by hand:`, text: content });
    } else if (merged.length > 0) edits.push({ uri, basis: fingerprint(text), edits: merged });
  }
  return { edits, manual };
}
