import { spawn } from "node:child_process";

/** A program with its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/**
 * Runs a program to its end as a process of its own, its output thrown away.
 * @returns the milliseconds from before its start until it has ended
 * @throws Error if it cannot be started or ends with another code than 0
 */
export async function timeOf(command: Command): Promise<number> {
  const began = performance.now();
  await finished(command, "ignore");
  return performance.now() - began;
}

/**
 * Runs a program to its end and gives its standard output; what it says on the other one is shown.
 * @throws Error if it cannot be started or ends with another code than 0
 */
export function outputOf(command: Command): Promise<string> {
  return finished(command, "inherit");
}

/** Runs its arguments and prints the peak of their resident memory in bytes, which macOS tells in bytes, others in KiB. */
const PEAK = `
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak if sys.platform == "darwin" else peak * 1024)
sys.exit(code)
`;

/**
 * Runs a program under Python, whose `resource` module tells what Node does not of a child: the peak of its memory.
 * @returns bytes
 * @throws Error if it cannot be started or ends with another code than 0
 */
export async function peakMemoryOf(command: Command): Promise<number> {
  return Number(await outputOf(["python3", "-c", PEAK, ...command]));
}

/** Runs its arguments and prints the seconds of processor time that they took. */
const PROCESSOR = `
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
sys.exit(code)
`;

/**
 * Runs a program to its end and gives the processor time of all its threads, which other work on the machine stretches less
 * than the time on the clock.
 * @returns milliseconds
 * @throws Error if it cannot be started or ends with another code than 0
 */
export async function processorTimeOf(command: Command): Promise<number> {
  return 1000 * Number(await outputOf(["python3", "-c", PROCESSOR, ...command]));
}

async function finished(
  [program, ...args]: Command,
  messages: "ignore" | "inherit",
): Promise<string> {
  const stdout = messages === "ignore" ? "ignore" : "pipe";
  const child = spawn(program, args, { stdio: ["ignore", stdout, messages] });
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return Buffer.concat(chunks).toString();
  throw new Error(`${[program, ...args].join(" ")} ended with ${code ?? "a signal"}`);
}
