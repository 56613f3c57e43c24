import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../scripts/vscode/process";

/** The Ruff that we are measured beside. */
export const RUFF = "0.17.5";

/**
 * Gives the path of Ruff, and installs it first where it is missing, in a cache folder named after the version. It is
 * built beside its place and renamed into it, so that what stands there is complete.
 * @throws Error with the end of what Python wrote, if it cannot be installed.
 */
export async function installRuff(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const folder = join(cache, "backend-spec", `ruff-${RUFF}`);
  const program = join(folder, "bin", "ruff");
  if (existsSync(program)) return program;

  console.error(`Installing Ruff ${RUFF} into ${folder} …`);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await run("python3", ["-m", "venv", partial], {}).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`python3 with venv is needed (Debian: python3-venv): ${reason}`);
    });
    const pip = ["-m", "pip", "install", "--disable-pip-version-check", `ruff==${RUFF}`];
    await run(join(partial, "bin", "python"), pip, {});
    await rename(partial, folder).catch((error: unknown) => {
      // Another process may have been first.
      if (!existsSync(program)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return program;
}
