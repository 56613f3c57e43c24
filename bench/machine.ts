import { cpus, loadavg } from "node:os";

/** One line about the machine as it is now; figures of a machine that has other work to do mean little. */
export function machine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() || process.arch;
  const load = loadavg()
    .map((value) => value.toFixed(2))
    .join(" ");
  return `${cores.length} cores (${model}), Node ${process.version}, load average at start ${load}`;
}
