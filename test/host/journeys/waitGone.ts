import { existsSync } from "node:fs";

/** Waits until a file is gone, five seconds at most. */
export async function waitGone(path: string): Promise<void> {
  for (let look = 0; existsSync(path); look++) {
    if (look > 50) throw new Error(`${path} is still there.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
