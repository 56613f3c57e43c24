import { readFile } from "node:fs/promises";

/** Waits until a file on the disk has a text; ten seconds at most. */
export async function waitText(path: string, text: string): Promise<void> {
  for (let look = 0; !(await readFile(path, "utf8")).includes(text); look++) {
    if (look > 100) throw new Error(`${path} has no “${text}”.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
