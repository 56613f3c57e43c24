import { rmSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of this process alone. */
export interface Scratch {
  readonly path: string;
  /** Removes it with all it holds; when the process ends without, it goes then. */
  remove(): Promise<void>;
}

/** Makes an empty folder among the system's temporary ones. */
export async function scratch(name: string): Promise<Scratch> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `backend-spec-${name}-`)));
  const options = { recursive: true, force: true, maxRetries: 5 };
  const atExit = () => rmSync(path, options);
  process.once("exit", atExit);
  return {
    path,
    remove: async () => {
      await rm(path, options);
      process.off("exit", atExit);
    },
  };
}
