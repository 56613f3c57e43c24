import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import type { InstalledVscode } from "./install";
import { endGroup, run, signalGroup, tail } from "./process";
import { scratch } from "./scratch";
import { QUIET } from "./settings";

/** What one server is started with. */
export interface ServeOptions {
  /** Holds user data, server data and extensions; made where it is missing. A fresh one gives a fresh VS Code. */
  readonly dataDir: string;
  /** Packaged extensions to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings, beside those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A free port unless told. */
  readonly port?: number;
  /** For VS Code's start; 60 s unless told. */
  readonly timeoutMs?: number;
}

/** Extensions under development and their tests, by absolute path on this machine. */
export interface Development {
  readonly extension: string;
  /** A CommonJS module that exports `run()`. */
  readonly tests?: string;
}

/** A running VS Code server. */
export interface Server {
  /** Such as `127.0.0.1:40123`; also the authority of its `vscode-remote:` addresses. */
  readonly authority: string;
  /** The page that opens a folder (an absolute path). */
  url(folder: string, development?: Development): string;
  /** What the server has written so far. */
  log(): string;
  /** Resolves with the reason when the server has ended, be it by `stop`. */
  readonly ended: Promise<string>;
  /** Ends it with all its children. */
  stop(): Promise<void>;
}

/**
 * Starts the served VS Code and waits until it answers.
 * @throws Error with the end of the server's log, if an extension cannot be installed or the server does not get ready.
 */
export async function serve(vscode: InstalledVscode, options: ServeOptions): Promise<Server> {
  const folders = await prepare(options);
  const temporary = await scratch("tmp");
  const env = serverEnv(vscode, temporary.path);
  for (const file of options.vsix ?? []) {
    await run(vscode.node, [vscode.serverMain, ...folders, "--install-extension", file], { env });
  }
  const args = [
    vscode.serverMain,
    ...["--host", "127.0.0.1", "--port", String(options.port ?? 0)],
    "--without-connection-token",
    "--accept-server-license-terms",
    "--enable-smoke-test-driver",
    "--disable-telemetry",
    "--disable-workspace-trust",
    ...folders,
  ];
  const child = spawn(vscode.node, args, {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = collect(child);
  const ended = endOf(child);
  const endWithUs = () => child.pid !== undefined && signalGroup(child.pid, "SIGKILL");
  // Before the handlers that remove its folders.
  process.prependOnceListener("exit", endWithUs);
  const stop = async () => {
    await endGroup(child);
    process.off("exit", endWithUs);
    await temporary.remove();
  };
  try {
    const port = await portOf(ended, log, options.timeoutMs ?? 60_000);
    const authority = `127.0.0.1:${port}`;
    return { authority, url: (...where) => pageUrl(authority, ...where), log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the data folders, and gives the flags that name them. */
async function prepare({ dataDir, settings }: ServeOptions): Promise<string[]> {
  const user = join(dataDir, "user");
  const file = join(user, "User", "settings.json");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...QUIET, ...settings }, null, 2)}\n`);
  const server = join(dataDir, "server");
  const extensions = join(dataDir, "extensions");
  return ["--user-data-dir", user, "--server-data-dir", server, "--extensions-dir", extensions];
}

/** Our environment with the server's Node first, and without what an outer VS Code or Node runner put there. */
function serverEnv(
  { node }: InstalledVscode,
  temporary: string,
): Record<string, string | undefined> {
  const outer = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/;
  const entries = Object.entries(process.env).filter(([name]) => !outer.test(name));
  return {
    ...Object.fromEntries(entries),
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    // Without a gallery it asks none for updates.
    EXTENSIONS_GALLERY: "{}",
    // It leaves its sockets behind; elsewhere their paths would grow too long.
    ...(process.platform === "linux" ? { TMPDIR: temporary, XDG_RUNTIME_DIR: temporary } : {}),
  };
}

function collect(child: ChildProcess): () => string {
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-200_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => output;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`the server ended with ${code ?? signal}`));
  });
}

async function portOf(
  ended: Promise<string>,
  log: () => string,
  timeoutMs: number,
): Promise<number> {
  let failure = "";
  ended.then((reason) => {
    failure = reason;
  });
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !failure) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  failure ||= `it was not ready after ${timeoutMs / 1000} s`;
  throw new Error(`The VS Code server did not start: ${failure}\n${tail(log())}`);
}

function pageUrl(authority: string, folder: string, development?: Development): string {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set("folder", folder);
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload: [string, string][] = [];
  if (development) payload.push(["extensionDevelopmentPath", remote(development.extension)]);
  if (development?.tests) payload.push(["extensionTestsPath", remote(development.tests)]);
  if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}
