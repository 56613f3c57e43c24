import { parseArgs } from "node:util";
import { appNames, inspectApp, statedOf, truthsOf } from "./apps";
import { type Comparison, compare } from "./compare";

/**
 * Prints how much `inspect` gets right of each application (or of the named ones), and every miss. `--quiet` leaves the
 * misses out, `--misses` the applications that are right; `--cli FILE` is another command line than `dist/cli.js`. Exit
 * code 1 if there is a miss.
 *
 * usage: npx tsx test/truth/compareAll.ts [--quiet] [--misses] [--cli FILE] [NAME…]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean" }, misses: { type: "boolean" }, cli: { type: "string" } },
});
const parts = ["endpoints", "details", "columns"] as const;
const names = positionals.length > 0 ? positionals : appNames();
const sums = { endpoints: [0, 0], details: [0, 0], columns: [0, 0], extra: 0, failed: 0, clean: 0 };
const cells = (texts: readonly string[]) => texts.map((t) => t.padStart(11)).join(" ");

void main();

async function main() {
  console.log(`${"application".padEnd(32)} ${cells([...parts, "extra"])}`);
  for (const { name, result } of await all(names)) {
    if (result instanceof Error) {
      sums.failed++;
      console.log(`${name.padEnd(32)} ${result.message.split("\n").slice(0, 4).join("\n  ")}`);
      continue;
    }
    const extra = result.misses.filter((m) => m.kind === "extra").length;
    sums.extra += extra;
    for (const part of parts) {
      const { wanted, right } = result.scores[part];
      sums[part] = [(sums[part][0] ?? 0) + right, (sums[part][1] ?? 0) + wanted];
    }
    if (result.misses.length === 0) sums.clean++;
    if (values.misses && result.misses.length === 0) continue;
    const scores = parts.map((p) => `${result.scores[p].right}/${result.scores[p].wanted}`);
    console.log(`${name.padEnd(32)} ${cells([...scores, String(extra)])}`);
    if (values.quiet) continue;
    for (const { part, kind, what } of result.misses) {
      console.log(`  ${part.padEnd(10)} ${kind.padEnd(7)} ${what}`);
    }
  }
  console.log(
    `${"all".padEnd(32)} ${cells([...parts.map((p) => sums[p].join("/")), String(sums.extra)])}`,
  );
  console.log(
    `${sums.clean} of ${names.length} right${sums.failed ? `, ${sums.failed} failed` : ""}`,
  );
  process.exitCode = sums.clean === names.length ? 0 : 1;
}

/** Runs two at a time and keeps the order. */
async function all(asked: readonly string[]) {
  const done: { name: string; result: Comparison | Error }[] = [];
  const queue = [...asked.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [at, name] = next;
      done[at] = { name, result: await one(name) };
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
}

async function one(name: string): Promise<Comparison | Error> {
  try {
    return compare(truthsOf(name), await inspectApp(name, values.cli), statedOf(name));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
