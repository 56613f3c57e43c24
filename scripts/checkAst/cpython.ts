import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

/** npm's build of CPython 3.14 for WebAssembly. */
const version = "314.0.7";

const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "backend-spec");

/** What of pyodide is used. */
interface Pyodide {
  runPython(code: string): unknown;
  globals: { get(name: string): (text: string) => string };
}

/** CPython's `ast` behind a cache of its answers. */
export class CPython {
  private dump: ((text: string) => string) | undefined;
  private readonly code = readFileSync(new URL("dump.py", import.meta.url), "utf8");
  private readonly answers: string;

  constructor() {
    const key = createHash("sha256").update(version).update(this.code).digest("hex").slice(0, 12);
    this.answers = join(cacheFolder, `ast-${key}`);
    mkdirSync(this.answers, { recursive: true });
  }

  /** The nodes of a text, one a line; `!` and a message where CPython rejects it. */
  async dumpOf(text: string): Promise<string> {
    const key = createHash("sha256").update(text).digest("hex");
    const file = join(this.answers, `${key}.gz`);
    if (existsSync(file)) return gunzipSync(readFileSync(file)).toString("utf8");
    this.dump ??= await start(this.code);
    const answer = this.dump(text);
    writeFileSync(file, gzipSync(answer, { level: 1 }));
    return answer;
  }
}

async function start(code: string): Promise<(text: string) => string> {
  const folder = join(cacheFolder, `pyodide-${version}`);
  const package_ = join(folder, "node_modules", "pyodide");
  if (!existsSync(join(package_, "package.json"))) install(folder);
  const { loadPyodide } = await import(pathToFileURL(join(package_, "pyodide.mjs")).href);
  const pyodide: Pyodide = await loadPyodide({ indexURL: package_ });
  pyodide.runPython(code);
  return pyodide.globals.get("dump");
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  console.log(`Installing pyodide ${version} into ${folder} …`);
  const arguments_ = ["install", "--prefix", folder, "--no-save", "--ignore-scripts"];
  execFileSync("npm", [...arguments_, `pyodide@${version}`], { cwd: folder, stdio: "inherit" });
}
