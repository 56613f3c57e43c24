import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../scripts/vscode/process";

/**
 * Gives the `bin` folder of an environment with packages from PyPI, and makes it first where it is missing, in a cache
 * folder named after their versions. It is built beside its place and renamed into it, so that what stands there is
 * complete; its scripts still name the place where they were built, so run them as `python -m`.
 * @param packages as pip takes them, with versions
 * @throws Error with the end of what Python wrote, if they cannot be installed.
 */
export async function installTool(packages: readonly string[]): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const folder = join(cache, "backend-spec", packages.join("-").replaceAll("==", "-"));
  const bin = join(folder, "bin");
  if (existsSync(bin)) return bin;

  console.error(`Installing ${packages.join(", ")} into ${folder} …`);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await run("python3", ["-m", "venv", partial], {}).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`python3 with venv is needed (Debian: python3-venv): ${reason}`);
    });
    const pip = ["-m", "pip", "install", "--disable-pip-version-check", ...packages];
    await run(join(partial, "bin", "python"), pip, {});
    await rename(partial, folder).catch((error: unknown) => {
      // Another process may have been first.
      if (!existsSync(bin)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return bin;
}
