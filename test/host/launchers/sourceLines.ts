import { readFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import type { Host } from "./bundle";
import { ROOT } from "./paths";

/** Lines that a host puts before a module it loads: the worker wraps it in a `new Function`. */
const LINES_BEFORE: Readonly<Record<Host, number>> = { node: 0, worker: 2 };

/**
 * Gives a function that puts source files in the place of the bundle's in a line of a stack trace, and gives undefined for
 * a frame inside a library.
 */
export async function sourceLines(
  bundle: string,
  host: Host,
): Promise<(line: string) => string | undefined> {
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, "utf8")));
  const frame = /(?:[^\s()]*\/)?suite\.js(?:#vscode-extension)?:(\d+):(\d+)/;
  return (line) => {
    const [place, row, column] = frame.exec(line) ?? [];
    if (!place) return line;
    const entry = map.findEntry(Number(row) - 1 - LINES_BEFORE[host], Number(column) - 1);
    if (!("originalSource" in entry)) return line;
    const file = relative(ROOT, resolve(dirname(bundle), entry.originalSource));
    if (file.includes("node_modules") && /^\s*at /.test(line)) return undefined;
    return line.replace(place, `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
  };
}
