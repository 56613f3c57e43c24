import { spawn } from "node:child_process";
import { join } from "node:path";

const cli = join(import.meta.dirname, "../../dist/cli.js");

/** What a run of the command line left behind. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder. */
export async function runCli(cwd: string, ...args: string[]): Promise<CliResult> {
  return await runCliWith({ cwd }, ...args);
}

/** The same, with a standard input and environment variables. */
export async function runCliWith(
  { cwd, input, env = {} }: { cwd: string; input?: string; env?: Record<string, string> },
  ...args: string[]
): Promise<CliResult> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...env } });
  child.stdin.end(input ?? "");
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}
