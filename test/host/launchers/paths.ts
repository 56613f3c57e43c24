import { cp } from "node:fs/promises";
import { basename, join } from "node:path";

/** The checkout. */
export const ROOT = join(import.meta.dirname, "..", "..", "..");

/** Where bundles, logs and pictures of host tests go; not committed. */
export const OUT = join(ROOT, "out", "host");

/** The example backend; tests open copies of it, never itself. */
export const EXAMPLE = join(ROOT, "examples", "bookshop");

/** Copies a workspace folder into `into`, under its own name and without what tools left in it; gives its path. */
export async function copyOf(workspace: string, into: string): Promise<string> {
  const left = new Set([".git", ".venv", "node_modules", "__pycache__", ".pytest_cache"]);
  const copy = join(into, basename(workspace));
  await cp(workspace, copy, {
    recursive: true,
    filter: (source) => source === workspace || !left.has(basename(source)),
  });
  return copy;
}
