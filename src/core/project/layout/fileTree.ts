import { folderOf } from "../paths";

/** Names that Python can import; a folder with another name ends every dotted name. */
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

const none: ReadonlySet<string> = new Set();

/** Whether a file's or folder's name can be a part of a dotted name. */
export function isIdentifier(name: string): boolean {
  return identifier.test(name);
}

/** A folder's path and a relative path below it, as one; `""` is the repository's root. */
export function below(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** Whether a folder is another one or holds it, or holds a file. */
export function holds(folder: string, path: string): boolean {
  if (folder === "" || folder === path) return true;
  return path[folder.length] === "/" && path.startsWith(folder);
}

/** How many folders two paths begin with alike. */
export function sharedFolders(folder: string, path: string): number {
  let shared = 0;
  for (let index = 0; index < folder.length; index++) {
    if (folder[index] !== path[index]) return shared;
    if (folder[index] === "/") shared += 1;
  }
  return folder !== "" && path[folder.length] === "/" ? shared + 1 : shared;
}

/** A path that another file names, relative to that file's folder; it does not leave the repository. */
export function resolvePath(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The folders above a file but for the repository's root, the nearest first. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The Python files of a repository with the folders above them. */
export class FileTree {
  readonly files: ReadonlySet<string>;
  /** Folders with Python files in or below them, each after the one it is in; `""` is the first. */
  readonly folders: ReadonlySet<string>;
  private readonly parents = new Map<string, Set<string>>();

  /** @param paths relative, with forward slashes; others than `.py` are left out. */
  constructor(paths: Iterable<string>) {
    const files = new Set<string>();
    const folders = new Set<string>([""]);
    for (const path of paths) {
      if (!path.endsWith(".py") || files.has(path)) continue;
      files.add(path);
      const folder = folderOf(path);
      this.addFolder(folder, folders);
      const name = path.slice(folder === "" ? 0 : folder.length + 1, -3);
      if (name !== "__init__") this.addEntry(name, folder);
    }
    this.files = files;
    this.folders = folders;
  }

  /** The folders that have a module or folder of a name in them. */
  parentsOf(name: string): ReadonlySet<string> {
    return this.parents.get(name) ?? none;
  }

  /** Whether a folder has Python files in or below it. */
  hasFolder(folder: string): boolean {
    return this.folders.has(folder);
  }

  /** Whether a folder has an `__init__.py`. */
  isPackage(folder: string): boolean {
    return this.files.has(below(folder, "__init__.py"));
  }

  /** The file of a module that is at a path without its ending: a package before a module, as in Python. */
  fileAt(path: string): string | undefined {
    const init = `${path}/__init__.py`;
    if (this.files.has(init)) return init;
    const module = `${path}.py`;
    return this.files.has(module) ? module : undefined;
  }

  private addFolder(folder: string, folders: Set<string>): void {
    if (folders.has(folder)) return;
    const parent = folderOf(folder);
    this.addFolder(parent, folders);
    folders.add(folder);
    this.addEntry(baseName(folder), parent);
  }

  private addEntry(name: string, folder: string): void {
    const parents = this.parents.get(name);
    if (parents === undefined) this.parents.set(name, new Set([folder]));
    else parents.add(folder);
  }
}
