import { spawn } from "node:child_process";

/** What a Git command answered. */
export interface GitAnswer {
  /** The exit code. */
  readonly code: number;
  readonly output: Buffer;
  /** What it says went wrong, in English. */
  readonly problem: string;
}

/**
 * Runs Git in a folder. It takes no locks, so that it is never in the way of the user's own commands. Rejects where there
 * is no Git, or no folder.
 * @param input what it reads from standard input
 */
export async function git(folder: string, args: readonly string[], input = ""): Promise<GitAnswer> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  const child = spawn("git", args, { cwd: folder, env, stdio: "pipe" });
  const output: Buffer[] = [];
  let problem = "";
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    problem += chunk.toString();
  });
  // Git may end before it has read all: its exit code says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", () =>
      reject(new Error("Git cannot be started: it has to be installed and on the PATH.")),
    );
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  return { code, output: Buffer.concat(output), problem: problem.trim() };
}

/** The text that a Git command answers. Rejects with what Git says when it fails. */
export async function gitText(folder: string, args: readonly string[]): Promise<string> {
  const { code, output, problem } = await git(folder, args);
  if (code !== 0) throw new Error(`git ${args[0]}: ${problem.replace(/^fatal: /, "")}`);
  return output.toString();
}
