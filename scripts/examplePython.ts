import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "./run";
import { cacheFolder } from "./vscode/install";
import { run } from "./vscode/process";

/** The example backend. */
export const example = join(root, "examples", "bookshop");

/**
 * The Python of an environment with what the example backend asks for: FastAPI, SQLAlchemy, Pydantic, aiosqlite, httpx,
 * pytest. It is installed once, into the cache, and named after what is asked for.
 * @throws Error with the end of pip's output.
 */
export async function examplePython(): Promise<string> {
  const project = await readFile(join(example, "pyproject.toml"), "utf8");
  const asked = createHash("sha256").update(project).digest("hex").slice(0, 12);
  const environment = join(dirname(cacheFolder()), `bookshop-${asked}`);
  if (!existsSync(environment)) await install(environment);
  return pythonOf(environment);
}

/** Built beside its place and moved there when it is whole; the programs in it are only called through its Python. */
async function install(environment: string): Promise<void> {
  const partial = `${environment}.${process.pid}`;
  await run("python3", ["-m", "venv", partial], {});
  const pip = (...args: string[]) => run(pythonOf(partial), ["-m", "pip", ...args, "--quiet"], {});
  await pip("install", "--upgrade", "pip");
  await pip("install", "--group", `${example}/pyproject.toml:dev`, example);
  await pip("uninstall", "--yes", "bookshop");
  await rename(partial, environment).catch(() => rm(partial, { recursive: true }));
}

function pythonOf(environment: string): string {
  return join(environment, process.platform === "win32" ? "Scripts" : "bin", "python");
}
