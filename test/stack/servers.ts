import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { chown, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, signalGroup } from "../../scripts/vscode/process";
import { ensureServers } from "./tools";

/** Throw-away servers, each on a free port, in a folder of its own. */
export interface Servers {
  readonly redisUrl: string;
  /** Makes an empty database and gives its URL. */
  database(name: string): Promise<string>;
  /** Ends them and removes what they have written. */
  stop(): void;
}

/** Starts PostgreSQL and Redis. PostgreSQL does not run as root: it gets its package's user then. */
export async function startServers(): Promise<Servers> {
  const programs = await ensureServers();
  const folder = await mkdtemp(join(tmpdir(), "backend-spec-stack-"));
  const asUser = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
  if (asUser.length > 0) {
    const id = async (flag: string) => Number(await run("id", [flag, "postgres"], {}));
    await chown(folder, await id("-u"), await id("-g"));
  }
  const postgres = async (program: string, ...args: string[]) => {
    const [first = "", ...rest] = [...asUser, join(programs.postgres, program), ...args];
    return await run(first, rest, { cwd: folder });
  };
  const data = join(folder, "data");
  const port = await freePort();
  await postgres("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8");
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  await postgres("pg_ctl", "-D", data, "-o", options, "-l", join(folder, "log"), "-w", "start");
  const redisPort = await freePort();
  const redis = spawn(
    programs.redis,
    ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", "", "--dir", tmpdir()],
    { stdio: "ignore", detached: true },
  );
  const stop = () => {
    process.off("exit", stop);
    if (redis.pid !== undefined) signalGroup(redis.pid, "SIGKILL");
    const [first = "", ...rest] = [...asUser, join(programs.postgres, "pg_ctl")];
    spawnSync(first, [...rest, "-D", data, "-m", "immediate", "stop"], { cwd: folder });
    rmSync(folder, { recursive: true, force: true });
  };
  // A run that is broken off leaves nothing behind, too.
  process.once("exit", stop);
  const server = `127.0.0.1:${port}`;
  return {
    redisUrl: `redis://127.0.0.1:${redisPort}/0`,
    database: async (name) => {
      const sql = ["-c", `drop database if exists ${name}`, "-c", `create database ${name}`];
      await postgres("psql", "-h", folder, "-p", String(port), "-U", "postgres", ...sql);
      return `postgresql+asyncpg://postgres@${server}/${name}`;
    },
    stop,
  };
}

/** Starts a program in a group of its own; what it writes is kept for a message. */
export function start(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string | undefined>,
): { readonly process: ChildProcess; output(): string } {
  const child = spawn(program, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.pid !== undefined && signalGroup(child.pid, "SIGKILL");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { process: child, output: () => output };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
