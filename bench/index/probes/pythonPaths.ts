import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The absolute paths of all Python files below a folder. */
export async function pythonPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name));
}
