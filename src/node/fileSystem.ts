import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Entry, EntryKind, FileSystem } from "../core/ports";

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
}

const kindOf = (entry: Kind): EntryKind =>
  entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";

/** The disk, for `file:` URIs. */
export const nodeFileSystem: FileSystem = {
  async readFile(uri) {
    return await explained(() => readFile(fileURLToPath(uri)));
  },
  async readDirectory(uri) {
    const folder = fileURLToPath(uri);
    const entries = await explained(() => readdir(folder, { withFileTypes: true }));
    return await Promise.all(
      entries.map(async (entry): Promise<Entry> => {
        const symbolicLink = entry.isSymbolicLink();
        const target = symbolicLink
          ? await stat(join(folder, entry.name)).catch(() => null)
          : entry;
        return { name: entry.name, kind: target === null ? "other" : kindOf(target), symbolicLink };
      }),
    );
  },
  async stat(uri) {
    try {
      const found = await stat(fileURLToPath(uri));
      return { kind: kindOf(found), size: found.size };
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
      throw new Error(explain(error));
    }
  },
};

/** What a failed file operation says to a user. */
export function explain(error: unknown): string {
  const reasons: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    ENOSPC: "no space left on the disk",
    EISDIR: "is a folder",
    ENOTDIR: "a part of its path is a file",
    ELOOP: "links lead in a circle",
  };
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function explained<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
}
