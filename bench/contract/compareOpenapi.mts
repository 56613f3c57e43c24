import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";

/**
 * Holds what `review --since` says of endpoints against the OpenAPI documents that the application itself makes before and
 * after each of its last commits. Prints for each commit how many endpoints changed, and every one that only one of the two
 * names.
 *
 *     npx tsx bench/contract/compareOpenapi.mts REPOSITORY --python PYTHON --app MODULE:NAME
 *         [--commits 20] [--folder FOLDER] [--path PATH]…
 *
 * PYTHON has the packages of the application; its environment variables are those of this process. FOLDER is where the
 * application is imported from; commits that touch none of the PATHs are passed over.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: "string", default: "python3" },
    app: { type: "string", default: "app:app" },
    commits: { type: "string", default: "20" },
    folder: { type: "string", default: "." },
    path: { type: "string", multiple: true, default: ["*.py"] },
  },
});
const repository = resolve(positionals[0] ?? ".");
const cli = join(import.meta.dirname, "..", "..", "dist", "cli.js");
const tree = mkdtempSync(join(tmpdir(), "backend-spec-contract-"));
const run = (program: string, args: readonly string[], cwd: string): string =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: "pipe", maxBuffer: 2 ** 28 });
const git = (...args: readonly string[]): string => run("git", args, tree).trim();

const reviewSchema = z.object({
  contract: z.array(
    z.object({
      part: z.string(),
      kind: z.string(),
      name: z.string(),
      details: z.array(z.object({ what: z.string() })),
    }),
  ),
});

run("git", ["worktree", "add", "--detach", "--quiet", tree, "HEAD"], repository);
try {
  compareCommits();
} finally {
  run("git", ["worktree", "remove", "--force", tree], repository);
}

function compareCommits(): void {
  const all = git("log", "--format=%h", "--no-merges", "--", ...values.path).split("\n");
  const sums = { commits: 0, both: 0, onlyOurs: 0, onlyTheirs: 0 };
  for (const commit of all) {
    if (sums.commits >= Number(values.commits)) break;
    const documents = [`${commit}^`, commit].map(operationsAt);
    const [before, now] = documents;
    if (before === undefined || now === undefined) {
      console.log(`${commit}  passed over: the application does not start`);
      continue;
    }
    const theirs = differences(before, now);
    const ours = reviewed(commit);
    const onlyOurs = [...ours.keys()].filter(
      (name) => !theirs.has(name) && isIn(name, before, now),
    );
    const onlyTheirs = [...theirs].filter((name) => !ours.has(name));
    sums.commits++;
    sums.both += theirs.size - onlyTheirs.length;
    sums.onlyOurs += onlyOurs.length;
    sums.onlyTheirs += onlyTheirs.length;
    console.log(
      `${commit}  OpenAPI ${theirs.size}, review ${ours.size}  ${git("log", "-1", "--format=%s")}`,
    );
    for (const name of onlyOurs) console.log(`    review alone: ${name} ${ours.get(name)}`);
    for (const name of onlyTheirs) console.log(`    OpenAPI alone: ${name}`);
  }
  console.log(
    `${sums.commits} commits: ${sums.both} endpoints changed for both, ${sums.onlyOurs} for the review alone, ` +
      `${sums.onlyTheirs} for OpenAPI alone`,
  );
}

type Operations = Readonly<Record<string, unknown>>;

function operationsAt(commit: string): Operations | undefined {
  git("checkout", "--detach", "--force", "--quiet", commit);
  try {
    const script = join(import.meta.dirname, "openapi.py");
    const output = run(values.python, [script, values.app], join(tree, values.folder));
    const line = output.split("\n").find((one) => one.startsWith("OPERATIONS "));
    return z.record(z.string(), z.unknown()).parse(JSON.parse(line?.slice(11) ?? ""));
  } catch {
    return undefined;
  }
}

/** Method and path, without the names of path parameters. */
function keyOf(name: string): string {
  return name.replace(/\{[^}]*\}/g, "{}");
}

function differences(before: Operations, now: Operations): ReadonlySet<string> {
  const [old, own] = [before, now].map(
    (all) => new Map(Object.entries(all).map(([name, one]) => [keyOf(name), JSON.stringify(one)])),
  );
  const names = [...(old?.keys() ?? []), ...(own?.keys() ?? [])];
  return new Set(names.filter((name) => old?.get(name) !== own?.get(name)));
}

/** Whether a document has an endpoint at all: some are served and left out of it. */
function isIn(name: string, ...documents: readonly Operations[]): boolean {
  return documents.some((one) => Object.keys(one).map(keyOf).includes(name));
}

/** What the review of a commit says of endpoints, by method and path. */
function reviewed(commit: string): ReadonlyMap<string, string> {
  git("checkout", "--detach", "--force", "--quiet", commit);
  const args = [
    cli,
    "review",
    values.folder,
    "--since",
    `${commit}~1`,
    "--format",
    "json",
    "--no-cache",
  ];
  const { contract } = reviewSchema.parse(JSON.parse(run(process.execPath, args, tree)));
  const found = new Map<string, string>();
  for (const { part, kind, name, details } of contract) {
    if (part !== "endpoint") continue;
    const said = details.map(({ what }) => what).join("; ");
    found.set(keyOf(name), `${kind}${said && `: ${said}`}`);
    const [, moved] = /^was (\S+ \S+)/.exec(said) ?? [];
    if (moved !== undefined) found.set(keyOf(moved), "moved");
  }
  return found;
}
