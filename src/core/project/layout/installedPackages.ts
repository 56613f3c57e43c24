import type { FileSystem } from "../../ports";
import { folderOfUri, joinUri } from "../paths";
import { readEditableInstalls } from "./editableInstalls";
import { entriesOf, findSitePackages } from "./pythonEnvironments";

/** An installed package whose source can be read. */
export interface InstalledPackage {
  /** Its dotted name, as `index-packages` names it. */
  readonly name: string;
  /** The URI of the folder that its name starts in: `site-packages`, or an editable install's folder. */
  readonly root: string;
  /** The URIs of its `.py` files, sorted. */
  readonly files: readonly string[];
}

/**
 * Finds installed packages in the virtual environments of a repository. A package that is nowhere is left out; of
 * several environments the first that has it counts.
 * @param root the repository's URI. @param names dotted, as in `index-packages`.
 */
export async function findInstalledPackages(
  fileSystem: FileSystem,
  root: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<readonly InstalledPackage[]> {
  if (names.length === 0) return [];
  const found = new Map<string, InstalledPackage>();
  for (const sitePackages of await findSitePackages(fileSystem, root)) {
    const editable = await readEditableInstalls(fileSystem, sitePackages);
    for (const name of names) {
      signal?.throwIfAborted();
      if (found.has(name)) continue;
      const path = name.replaceAll(".", "/");
      const places = [sitePackages, ...editable.folders].map((folder) => ({
        root: folder,
        uri: joinUri(folder, path),
      }));
      places.push(...mappedPlaces(name, editable.packages));
      for (const place of places) {
        const files = await filesAt(fileSystem, place.uri, signal);
        if (files.length === 0) continue;
        found.set(name, { name, root: place.root, files });
        break;
      }
    }
  }
  return names.flatMap((name) => found.get(name) ?? []);
}

/** Where a finder's mapping has a package: its own entry, or that of a package above it. */
function mappedPlaces(
  name: string,
  packages: ReadonlyMap<string, string>,
): readonly { readonly root: string; readonly uri: string }[] {
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length--) {
    const top = packages.get(parts.slice(0, length).join("."));
    if (top === undefined) continue;
    const rest = parts.slice(length).join("/");
    let root = top;
    for (let level = 0; level < length; level++) root = folderOfUri(root);
    return [{ root, uri: rest === "" ? top : joinUri(top, rest) }];
  }
  return [];
}

/** The `.py` files of a package's folder, or the one file of a module. @param place without `.py`. */
async function filesAt(
  fileSystem: FileSystem,
  place: string,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const files: string[] = [];
  const pending = [place];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    signal?.throwIfAborted();
    for (const { name, kind, symbolicLink } of await entriesOf(fileSystem, folder)) {
      const uri = joinUri(folder, name);
      if (kind === "file" && name.endsWith(".py")) files.push(uri);
      // A link may lead in a circle.
      else if (kind === "folder" && !symbolicLink && name !== "__pycache__") pending.push(uri);
    }
  }
  if (files.length > 0) return files.sort();
  const module = place.endsWith(".py") ? place : `${place}.py`;
  const stat = await fileSystem.stat(module).catch(() => undefined);
  return stat?.kind === "file" ? [module] : [];
}
