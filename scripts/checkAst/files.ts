import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The Python files at the paths; folders are searched, but for installed packages. */
export function pythonFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "site-packages" ? [] : filesIn(path);
    return entry.isFile() && /\.pyi?$/.test(entry.name) ? [path] : [];
  });
}

/** Where the `python3` at hand keeps its standard library. */
export function standardLibrary(): string {
  const code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  return execFileSync("python3", ["-c", code], { encoding: "utf8" }).trim();
}

/** The text of a file, in UTF-8 or in the encoding that it names; `undefined` when it is neither. */
export function readPython(path: string): string | undefined {
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, 200).toString("latin1").split("\n").slice(0, 2).join("\n");
  const named = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/m.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
