import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root, run } from "./run";
import { cacheFolder } from "./vscode/install";

/**
 * Runs the example backend's own tests on the real FastAPI stack. Its packages are installed once, into a virtual
 * environment in the cache that is named after what the example asks for.
 */
const example = join(root, "examples", "bookshop");
const project = await readFile(join(example, "pyproject.toml"), "utf8");
const asked = createHash("sha256").update(project).digest("hex").slice(0, 12);
const environment = join(dirname(cacheFolder()), `bookshop-${asked}`);
const bin = process.platform === "win32" ? "Scripts" : "bin";

if (!existsSync(environment)) {
  // Built beside its place and moved there when it is whole; the programs in it are only called through its Python.
  const partial = `${environment}.${process.pid}`;
  await run("python3", ["-m", "venv", partial]);
  const python = join(partial, bin, "python");
  await run(python, ["-m", "pip", "install", "--quiet", "--upgrade", "pip"]);
  await run(python, [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--group",
    `${example}/pyproject.toml:dev`,
    example,
  ]);
  await run(python, ["-m", "pip", "uninstall", "--quiet", "--yes", "bookshop"]);
  await rename(partial, environment).catch(() => rm(partial, { recursive: true }));
}
await run(
  join(environment, bin, "python"),
  ["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--rootdir", example, example],
  {
    PYTHONPATH: example,
    PYTHONDONTWRITEBYTECODE: "1",
  },
);
