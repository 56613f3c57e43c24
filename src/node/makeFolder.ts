import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing; returns the first that it made. Node's own `recursive` never comes
 * back where a folder can be seen but nothing can be made in it (`/proc`).
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  let made: string | undefined;
  try {
    return await makeOne(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    made = await makeFolder(dirname(path));
  }
  const last = await makeOne(path);
  return made ?? last;
}

/** Makes one folder, and returns it where it was not there. */
async function makeOne(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
