import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run } from "./process";
import { ensureSystem } from "./system";
import { CODE_SERVER, SERVER_NODE } from "./versions";

/** A served VS Code on disk: what it takes to start it. */
export interface InstalledVscode {
  /** The Node that runs the server; its folder goes first on the server's `PATH`. */
  readonly node: string;
  /** The inner server's entry; unlike code-server's own it takes extension tests. */
  readonly serverMain: string;
}

const HOUR = 3_600_000;

/** The cache folder of exactly these versions. */
export function cacheFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const name = `code-server-${CODE_SERVER.version}-node-${SERVER_NODE}`;
  return join(cache, "backend-spec", name);
}

/** What is in the cache, if it is complete; looks at two paths and nothing else. */
export function installed(root = cacheFolder()): InstalledVscode | undefined {
  const found = {
    node: join(root, "node", "node_modules", ".bin", "node"),
    serverMain: join(codeServer(root), "lib", "vscode", "out", "server-main.js"),
  };
  return existsSync(found.node) && existsSync(found.serverMain) ? found : undefined;
}

/**
 * Gives the served VS Code, and installs it first where it is missing: about two minutes and 900 MB, once for these
 * versions. It is built beside its place and renamed into it, so that what stands there is always complete; of two
 * processes that install at once, the second keeps what the first has put there.
 * @throws Error that says what the system lacks, or with the end of npm's output.
 */
export async function install(log: (line: string) => void): Promise<InstalledVscode> {
  const root = cacheFolder();
  const present = installed(root);
  if (present) return present;

  ensureSystem(["build"], log);
  log(`Installing VS Code ${CODE_SERVER.vscode} into ${root} (once, about two minutes) …`);
  await removeAbandoned(root);
  const partial = `${root}.partial-${process.pid}`;
  try {
    await build(partial, log);
    await moveInto(root, partial);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  const result = installed(root);
  if (!result) throw new Error(`The VS Code in ${root} is not complete: remove that folder.`);
  return result;
}

async function build(root: string, log: (line: string) => void): Promise<void> {
  // Two folders: in one install, code-server's post-install would still find the Node that runs us.
  await npmInstall(join(root, "node"), `node@${SERVER_NODE}`, npmEnv());
  log(`  Node ${SERVER_NODE} is there; building code-server ${CODE_SERVER.version} …`);
  const bin = join(root, "node", "node_modules", ".bin");
  const path = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  const headers = headersIn(root);
  await npmInstall(join(root, "code-server"), `code-server@${CODE_SERVER.version}`, {
    ...npmEnv(),
    PATH: path,
    ...(headers ? { npm_config_nodedir: headers } : {}),
  });
  if (!installed(root)) throw new Error(`npm installed code-server without its server in ${root}`);
  await run(join(bin, "node"), ["-e", "require('@vscode/spdlog')"], {
    cwd: join(codeServer(root), "lib", "vscode"),
  });
}

async function npmInstall(
  folder: string,
  spec: string,
  env: Record<string, string | undefined>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", spec];
  await run("npm", args, { cwd: folder, env });
}

/**
 * What an outer `npm run` says of itself and must not reach this one: by the user agent, for example, code-server's
 * post-install would take the Node of the outer npm for its own.
 */
const OUTER_NPM =
  /^(npm_(package|lifecycle)_|npm_(command|execpath|node_execpath)$|npm_config_(user_agent|node_gyp|prefix|(local|global)_prefix)$|INIT_CWD$|NODE_OPTIONS$)/;

function npmEnv(): Record<string, string | undefined> {
  const entries = Object.entries(process.env).filter(([name]) => !OUTER_NPM.test(name));
  return { ...Object.fromEntries(entries), npm_config_ignore_scripts: "false" };
}

/**
 * The prefix of a Node with headers, for node-gyp: that of the Node just installed, else that of the running one; where
 * neither has any, node-gyp downloads them.
 */
function headersIn(root: string): string | undefined {
  const platform = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const own = join(root, "node", "node_modules", "node", "node_modules", platform);
  const prefixes = [own, dirname(dirname(process.execPath))];
  return prefixes.find((prefix) => existsSync(join(prefix, "include", "node", "node_api.h")));
}

async function moveInto(root: string, partial: string): Promise<void> {
  try {
    await rename(partial, root);
  } catch (error) {
    // Another process was first; or what stands there was damaged after it was installed.
    if (installed(root)) return;
    if (!existsSync(root)) throw error;
    await rm(root, { recursive: true, force: true });
    await rename(partial, root);
  }
}

/** Removes what an interrupted install left an hour ago or earlier. */
async function removeAbandoned(root: string): Promise<void> {
  const parent = dirname(root);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!name.includes(".partial-")) continue;
    const folder = join(parent, name);
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > HOUR) await rm(folder, { recursive: true, force: true });
  }
}

function codeServer(root: string): string {
  return join(root, "code-server", "node_modules", "code-server");
}
