import ignore, { type Ignore } from "ignore";
import type { FileSystem } from "../ports";
import { joinUri } from "./paths";

/** Folders that hold no source of the project's own, whatever is in them. */
const skippedFolders: ReadonlySet<string> = new Set([
  "node_modules",
  "__pycache__",
  "site-packages",
  "venv",
]);

/** What a search for files found. */
export interface FoundFiles {
  /** Relative paths with forward slashes, sorted. */
  readonly paths: readonly string[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Finds the files of a project: what `.gitignore` files leave out, hidden folders and virtual environments are passed
 * over, and linked folders are not followed, so that a circle of links ends.
 * @param wanted asked with each file's relative path.
 */
export async function findFiles(
  fileSystem: FileSystem,
  root: string,
  wanted: (path: string) => boolean,
  signal?: AbortSignal,
): Promise<FoundFiles> {
  const paths: string[] = [];
  const errors: { path: string; message: string }[] = [];
  const pending: { folder: string; ignores: readonly Scoped[] }[] = [{ folder: "", ignores: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    signal?.throwIfAborted();
    const { folder } = next;
    const uri = folder === "" ? root : joinUri(root, folder);
    let entries: Awaited<ReturnType<FileSystem["readDirectory"]>>;
    try {
      entries = await fileSystem.readDirectory(uri);
    } catch (error) {
      errors.push({ path: folder || ".", message: messageOf(error) });
      continue;
    }
    const names = new Set(entries.map(({ name }) => name));
    if (names.has("pyvenv.cfg")) continue;
    const ignores = names.has(".gitignore")
      ? [...next.ignores, await readIgnore(fileSystem, root, folder)]
      : next.ignores;
    for (const { name, kind, symbolicLink } of entries) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "folder") {
        if (symbolicLink || name.startsWith(".") || skippedFolders.has(name)) continue;
        if (!isIgnored(`${path}/`, ignores)) pending.push({ folder: path, ignores });
      } else if (kind === "file" && wanted(path) && !isIgnored(path, ignores)) {
        paths.push(path);
      }
    }
  }
  return { paths: paths.sort(), errors };
}

/** Whether `findFiles` passes over a file: one that came since. */
export async function isPassedOver(
  fileSystem: FileSystem,
  root: string,
  path: string,
): Promise<boolean> {
  const folders = path.split("/").slice(0, -1);
  if (folders.some((name) => name.startsWith(".") || skippedFolders.has(name))) return true;
  const ignores: Scoped[] = [];
  for (let depth = 0; depth <= folders.length; depth++) {
    const folder = folders.slice(0, depth).join("/");
    if (folder !== "" && isIgnored(`${folder}/`, ignores)) return true;
    const inside = (name: string) => joinUri(root, folder === "" ? name : `${folder}/${name}`);
    const has = async (name: string) =>
      (await fileSystem.stat(inside(name)).catch(() => undefined)) !== undefined;
    if (await has("pyvenv.cfg")) return true;
    if (await has(".gitignore")) ignores.push(await readIgnore(fileSystem, root, folder));
  }
  return isIgnored(path, ignores);
}

/** A `.gitignore` with the folder that its patterns are relative to. */
interface Scoped {
  readonly folder: string;
  readonly rules: Ignore;
}

async function readIgnore(fileSystem: FileSystem, root: string, folder: string): Promise<Scoped> {
  const rules = ignore();
  const path = folder === "" ? ".gitignore" : `${folder}/.gitignore`;
  try {
    rules.add(new TextDecoder().decode(await fileSystem.readFile(joinUri(root, path))));
  } catch {
    // It vanished, or cannot be read: then it leaves nothing out.
  }
  return { folder, rules };
}

function isIgnored(path: string, ignores: readonly Scoped[]): boolean {
  let ignored = false;
  for (const { folder, rules } of ignores) {
    const result = rules.test(folder === "" ? path : path.slice(folder.length + 1));
    if (result.ignored) ignored = true;
    if (result.unignored) ignored = false;
  }
  return ignored;
}

/** What an error says to a user. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
