import type { FileSystem } from "../ports";
import { folderOfUri, joinUri, relativePath } from "../project/paths";
import { answersPath, openScaffolded } from "./answers";

/** Where a module is: the URI of its project's folder, and its name. */
export interface ModulePlace {
  readonly root: string;
  readonly module: string;
}

/**
 * Finds the module that a path leads to: `orders` in a project's folder, `services/shop/orders`, or something of the
 * module's own folder. The last part of a path that leads to none is taken for its name.
 * @param uri of the path, whether something is there or not
 */
export async function locateModule(
  uri: string,
  fileSystem: FileSystem,
): Promise<ModulePlace | { readonly problem: string }> {
  let root = folderOfUri(uri);
  while ((await fileSystem.stat(joinUri(root, answersPath))) === undefined) {
    const above = folderOfUri(root);
    if (above === root) break;
    root = above;
  }
  const opened = await openScaffolded(root, fileSystem);
  if ("problem" in opened) return opened;
  const parts = (relativePath(root, uri) ?? "").split("/");
  const known = parts.findLast((part) => Object.hasOwn(opened.answers.modules, part));
  return { root, module: known ?? parts.at(-1) ?? "" };
}
