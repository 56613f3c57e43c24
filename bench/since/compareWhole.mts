import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";

/**
 * Holds `lint --since`, which judges only the files that a change can have broken, against the slow way, which judges all
 * files in both states, for commits spread over the history of a repository. Prints each finding that only one of them has.
 *
 *     npx tsx bench/since/compareWhole.mts REPOSITORY [--commits 20] [--within 400]
 *
 * `--within` is how many of the last commits they are taken from.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    commits: { type: "string", default: "20" },
    within: { type: "string", default: "400" },
  },
});
const repository = resolve(positionals[0] ?? ".");
const cli = join(import.meta.dirname, "..", "..", "dist", "cli.js");
const place = mkdtempSync(join(tmpdir(), "backend-spec-since-"));
const tree = join(place, "tree");
const config = join(place, "config.yaml");
const run = (program: string, args: readonly string[], cwd: string): string =>
  execFileSync(program, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 2 ** 28,
  });

const report = z.object({
  findings: z.array(
    z.object({ path: z.string(), line: z.number(), rule: z.string(), message: z.string() }),
  ),
});

// A configuration says the same wherever it stands, but all files count where one in the project has changed.
writeFileSync(config, "");
run("git", ["worktree", "add", "--detach", "--quiet", tree, "HEAD"], repository);
try {
  compareCommits();
} finally {
  run("git", ["worktree", "remove", "--force", tree], repository);
  rmSync(place, { recursive: true });
}

function compareCommits(): void {
  const args = ["log", "--format=%h", "--no-merges", `--max-count=${values.within}`, "--", "*.py"];
  const all = run("git", args, tree).trim().split("\n");
  const step = Math.max(1, Math.floor(all.length / Number(values.commits)));
  const sums = { commits: 0, same: 0, only: { quick: 0, whole: 0 } };
  for (const commit of all.filter((_, index) => index % step === 0)) {
    run("git", ["checkout", "--detach", "--force", "--quiet", commit], tree);
    const quick = findingsSince(`${commit}^`);
    const own = join(tree, ".backend-spec.yaml");
    writeFileSync(own, "");
    const whole = findingsSince(`${commit}^`);
    rmSync(own);
    const only = {
      quick: [...quick].filter((one) => !whole.has(one)),
      whole: [...whole].filter((one) => !quick.has(one)),
    };
    sums.commits++;
    sums.same += quick.size - only.quick.length;
    sums.only.quick += only.quick.length;
    sums.only.whole += only.whole.length;
    console.log(`${commit}  quick ${quick.size}, whole ${whole.size}`);
    for (const one of only.quick) console.log(`    quick alone: ${one}`);
    for (const one of only.whole) console.log(`    whole alone: ${one}`);
  }
  const { commits, same, only } = sums;
  console.log(
    `${commits} commits: ${same} findings in both, ${only.quick} in the quick way alone, ${only.whole} in the whole alone`,
  );
}

/** `path:line rule: message` of what a commit's change brought in. */
function findingsSince(reference: string): ReadonlySet<string> {
  const args = [
    ...[cli, "lint", ".", "--since", reference, "--exit-zero", "--format", "json"],
    ...["--config", config, "--cache-dir", join(place, "cache")],
  ];
  const { findings } = report.parse(JSON.parse(run(process.execPath, args, tree)));
  return new Set(
    findings.map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`),
  );
}
