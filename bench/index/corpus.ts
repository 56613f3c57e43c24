import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A folder of real code that was put together for measuring. */
export interface Corpus {
  readonly folder: string;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  /** The path, in the folder, of the file whose length is nearest to that asked for. */
  readonly nearest: { readonly path: string; readonly lines: number };
}

/**
 * Copies Python files, in an order that is always the same and mixes all parts of the folder, until they have enough
 * lines together.
 * @param from the code; what is in hidden folders is left out
 * @param into a folder that does not exist yet
 * @param length lines of the file that `nearest` names
 * @throws Error if there is less code than that
 */
export async function copyCorpus(
  from: string,
  into: string,
  wanted: number,
  length: number,
): Promise<Corpus> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")));
  const order = new Map(paths.map((path) => [path, digest(path)]));
  paths.sort((a, b) => ((order.get(a) ?? "") < (order.get(b) ?? "") ? -1 : 1));
  let [files, lines, bytes] = [0, 0, 0];
  let nearest: Corpus["nearest"] | undefined;
  for (const path of paths) {
    if (lines >= wanted) break;
    const content = await readFile(join(from, path));
    // What is generated and larger than the analysis takes would be work for the others alone.
    if (content.length > 2 * 1024 * 1024) continue;
    const own = lineBreaks(content);
    files += 1;
    lines += own;
    bytes += content.length;
    if (nearest === undefined || away(own, length) < away(nearest.lines, length)) {
      nearest = { path, lines: own };
    }
    await mkdir(dirname(join(into, path)), { recursive: true });
    await cp(join(from, path), join(into, path));
  }
  if (lines < wanted || nearest === undefined) {
    throw new Error(`${from} has ${lines} lines of Python; ${wanted} are needed`);
  }
  return { folder: into, files, lines, bytes, nearest };
}

function digest(path: string): string {
  return createHash("sha1").update(path).digest("hex");
}

function away(lines: number, from: number): number {
  return Math.abs(lines - from);
}

function lineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 10) count += 1;
  return count;
}
