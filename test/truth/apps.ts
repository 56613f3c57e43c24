import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  type Inspected,
  inspectSchema,
  type Stated,
  statedSchema,
  type Truth,
  truthSchema,
} from "./shapes";

const here = import.meta.dirname;
const built = join(here, "../../dist/cli.js");

/** The names of the applications, one folder each. */
export function appNames(): string[] {
  return readdirSync(join(here, "apps"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** What an application says when it runs: with the newest frameworks, and with older ones where that differs. */
export function truthsOf(name: string): Truth[] {
  return [join(here, "expected"), join(here, "expected", "older")]
    .map((folder) => join(folder, `${name}.json`))
    .filter(existsSync)
    .map((path) => truthSchema.parse(read(path)));
}

/** What is stated of an application beside its code. */
export function statedOf(name: string): Stated {
  const path = join(here, "apps", name, "truth.json");
  return statedSchema.parse(existsSync(path) ? read(path) : {});
}

/**
 * What the built command line reports of an application, in a folder of its own: here it would be a part of this
 * project's tests.
 */
export async function inspectApp(name: string, cli = built): Promise<Inspected> {
  const folder = await mkdtemp(join(tmpdir(), "backend-spec-truth-"));
  try {
    await cp(join(here, "apps", name), folder, { recursive: true });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, "inspect", folder, "--format", "json", "--no-cache"],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return inspectSchema.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
