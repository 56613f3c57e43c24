import type { Plan } from "../edits/plan";
import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import type { ProducedFile } from "./templateSet";

/** A file that is there and differs from what a scaffold would put there; it is kept. */
export interface Conflict {
  readonly path: string;
  readonly uri: string;
  /** What the scaffold has for it. */
  readonly content: string;
}

/** What a scaffold would do. */
export interface Scaffold {
  readonly plan: Plan;
  readonly conflicts: readonly Conflict[];
  /** What the user has to do by hand, each as a sentence and the text to paste. */
  readonly manual: readonly ManualEdit[];
}

/** An edit that could not be made. */
export interface ManualEdit {
  readonly path: string;
  readonly reason: string;
  readonly text: string;
}

/**
 * Sorts what a scaffold made by what is there already: files that are new, and those that differ from the file of their
 * name. Equal ones need nothing.
 * @param root URI of the project's folder
 */
export async function landFiles(
  root: string,
  files: readonly ProducedFile[],
  fileSystem: FileSystem,
): Promise<{ readonly creations: Plan["creations"]; readonly conflicts: readonly Conflict[] }> {
  const creations: { uri: string; content: string }[] = [];
  const conflicts: Conflict[] = [];
  for (const { path, content } of files) {
    const uri = joinUri(root, path);
    const found = await fileSystem.stat(uri);
    if (found === undefined) creations.push({ uri, content });
    else if (found.kind !== "file" || (await textOf(uri, fileSystem)) !== content) {
      conflicts.push({ path, uri, content });
    }
  }
  return { creations, conflicts };
}

/** A file's text with line feeds, as editors may have stored other breaks. */
async function textOf(uri: string, fileSystem: FileSystem): Promise<string> {
  const bytes = await fileSystem.readFile(uri);
  return new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
}
