import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { findOnPath, run } from "../../scripts/vscode/process";

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "backend-spec");
const debianPostgres = "/usr/lib/postgresql";

/** The Python tools that the scaffolds are proved with, each from PyPI in an environment of its own. */
export interface Tools {
  readonly uv: string;
  readonly schemathesis: string;
}

/** Gives the tools, and installs what is missing: once, into the cache. */
export async function ensureTools(): Promise<Tools> {
  return {
    uv: await fromPypi("uv", "uv"),
    schemathesis: await fromPypi("schemathesis==4.32.5", "st"),
  };
}

/** Built beside its place and moved there when it is whole. */
async function fromPypi(requirement: string, program: string): Promise<string> {
  const folder = join(cache, `stack-${requirement.replace("==", "-")}`);
  const file = join(folder, "bin", program);
  if (existsSync(file)) return file;
  console.log(`Installing ${requirement} into ${folder} …`);
  await mkdir(cache, { recursive: true });
  // Programs of an environment name its Python by its path, so it is made in its place.
  await rm(folder, { recursive: true, force: true });
  await run("python3", ["-m", "venv", `${folder}`], {});
  try {
    await run(join(folder, "bin", "python"), ["-m", "pip", "install", "--quiet", requirement], {});
  } catch (error) {
    await rename(folder, `${folder}.broken`).catch(() => undefined);
    throw error;
  }
  return file;
}

/** Where the programs of PostgreSQL are, and Redis's server; Debian's packages are installed where they are missing. */
export async function ensureServers(): Promise<{ postgres: string; redis: string }> {
  const missing = [
    ...(postgresFolder() === undefined ? ["postgresql"] : []),
    ...(findOnPath("redis-server") === undefined ? ["redis-server"] : []),
  ];
  if (missing.length > 0) {
    if (process.getuid?.() !== 0 || findOnPath("apt-get") === undefined) {
      throw new Error(`Install ${missing.join(" and ")} first.`);
    }
    console.log(`Installing ${missing.join(" and ")} from Debian …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "--quiet"], { env });
    await run("apt-get", ["install", "--quiet", "--yes", ...missing], { env });
  }
  const postgres = postgresFolder();
  const redis = findOnPath("redis-server");
  if (postgres === undefined || redis === undefined) throw new Error("The servers are not there.");
  return { postgres, redis };
}

function postgresFolder(): string | undefined {
  const initdb = findOnPath("initdb");
  const versions = ["18", "17", "16", "15", "14"].map((one) => join(debianPostgres, one, "bin"));
  const folders =
    initdb === undefined ? versions : [...versions, initdb.slice(0, -"/initdb".length)];
  return folders.find((folder) => existsSync(join(folder, "pg_ctl")));
}

/** An environment in which a tool's own folder comes first. */
export function withPath(folder: string): Record<string, string | undefined> {
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
}
