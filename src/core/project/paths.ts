import { URI } from "vscode-uri";

/** A folder's URI without a slash at its end. */
export function folderUri(uri: string): string {
  return URI.parse(uri).toString().replace(/\/+$/, "");
}

/** The names of the folders that lead to a folder, its own included. */
export function foldersIn(uri: string): readonly string[] {
  return URI.parse(uri).path.split("/");
}

/** The URI of a path below a folder. @param path with forward slashes, relative. */
export function joinUri(folder: string, path: string): string {
  const base = URI.parse(folder);
  return base.with({ path: `${base.path.replace(/\/+$/, "")}/${path}` }).toString();
}

/**
 * A file's path relative to a folder, with forward slashes; `undefined` when it is not below it.
 */
export function relativePath(folder: string, uri: string): string | undefined {
  const base = URI.parse(folder);
  const file = URI.parse(uri);
  const prefix = `${base.path.replace(/\/+$/, "")}/`;
  if (base.scheme !== file.scheme || base.authority !== file.authority) return undefined;
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : undefined;
}

/** The folder part of a relative path; empty for a file at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The URI of the folder that a file is in. */
export function folderOfUri(uri: string): string {
  const file = URI.parse(uri);
  return folderUri(file.with({ path: file.path.replace(/\/[^/]*$/, "") || "/" }).toString());
}

/** A path as it is named from a folder, both relative to the same root: `../../app/main.py`. */
export function relativeFrom(folder: string, path: string): string {
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}
