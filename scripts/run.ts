import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** The repository. */
export const root = join(import.meta.dirname, "..");

/** Runs a program of `node_modules` or of the PATH with its output shown; when it fails, this program ends with it. */
export async function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`;
  const child = spawn(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment, PATH: path },
    shell: process.platform === "win32",
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === 0) return;
  console.error(`\n${program} ${args.join(" ")} failed (exit code ${code})`);
  process.exit(code ?? 1);
}
