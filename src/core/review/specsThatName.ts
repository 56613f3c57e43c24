import type { FileSystem } from "../ports";
import { findFiles } from "../project/findFiles";
import { joinUri } from "../project/paths";
import type { Project } from "../project/project";
import { escapeRegExp } from "../text/escapeRegExp";

/**
 * The documents of the specs folder that speak of something by its name, in code marks or in a table's cell, so that a
 * common word in a sentence is no mention.
 */
export async function specsThatName(
  project: Project,
  fileSystem: FileSystem,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { specsFolder } = project.configFor("");
  const isSpec = (path: string): boolean =>
    path.endsWith(".md") && path.startsWith(`${specsFolder.replace(/\/$/, "")}/`);
  const { paths } = await findFiles(fileSystem, project.root, isSpec);
  const found = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const path of paths) {
    const bytes = await fileSystem.readFile(joinUri(project.root, path)).catch(() => undefined);
    if (bytes === undefined) continue;
    const text = new TextDecoder().decode(bytes);
    for (const [name, documents] of found) if (isNamedIn(name, text)) documents.push(path);
  }
  return found;
}

function isNamedIn(name: string, text: string): boolean {
  const pattern = escapeRegExp(name);
  return new RegExp(`[\`|][^\`|\\n]*(?<![\\w/])${pattern}(?![\\w/])[^\`|\\n]*[\`|]`).test(text);
}
