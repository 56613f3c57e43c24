import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { SuiteOptions } from "../suite/index";

/** The kinds of extension host: a process with Node, as on a desktop, or a web worker, as on vscode.dev. */
export type Host = "node" | "worker";

export const HOSTS: readonly Host[] = ["node", "worker"];

/** Tells the suite's lines from those of VS Code, where both come the same way. */
export const MARK = "[suite] ";

const SUITE = join(import.meta.dirname, "..", "suite");

const mochaForBrowsers: Plugin = {
  name: "mocha-for-browsers",
  setup(context) {
    context.onResolve({ filter: /^mocha$/ }, () => ({ path: join(SUITE, "mochaInWorker.ts") }));
  },
};

/**
 * Bundles the suite into `outfile`, one CommonJS module that exports `run()`. `*.test.ts` run in both hosts,
 * `*.node.test.ts` only where there is Node; tests may read `__HOST__`.
 * @throws Error of esbuild, if a file does not build.
 */
export async function bundleSuite(
  host: Host,
  outfile: string,
  options: SuiteOptions,
): Promise<void> {
  const files = await testFiles(host);
  await build({
    stdin: { contents: entry(files, options), resolveDir: SUITE, sourcefile: "entry.ts" },
    outfile,
    bundle: true,
    format: "cjs",
    target: "es2022",
    sourcemap: true,
    logLevel: "warning",
    external: ["vscode"],
    define: { __HOST__: JSON.stringify(host) },
    // Mocha's parallel mode, which is not used, looks for files of its own.
    logOverride: { "require-resolve-not-external": "silent" },
    ...(host === "node"
      ? { platform: "node" }
      : { platform: "browser", plugins: [mochaForBrowsers] }),
  });
}

async function testFiles(host: Host): Promise<string[]> {
  const all = (await readdir(SUITE)).filter((name) => name.endsWith(".test.ts")).sort();
  return host === "node" ? all : all.filter((name) => !name.endsWith(".node.test.ts"));
}

function entry(files: readonly string[], options: SuiteOptions): string {
  const list = files.map((name) => {
    const path = JSON.stringify(`./${name}`);
    return `{ name: ${JSON.stringify(name)}, load: () => { require(${path}); } }`;
  });
  return [
    'import { run as runSuite } from "./index";',
    `export const run = () => runSuite([${list.join(", ")}], ${JSON.stringify(options)});`,
  ].join("\n");
}
