import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../scripts/run";
import { scratch } from "../../scripts/vscode/scratch";
import { count, type Figure, milliseconds, ratio } from "../figures";
import { copyCorpus } from "../index/corpus";
import { type Command, processorTimeOf } from "../lint/program";
import { median } from "../statistics";

/** Lines of code in the repository, and files that differ from its commit. */
const SIZE = 300_000;
const CHANGED = 10;
const ROUNDS = 3;

/**
 * `lint --since HEAD` with ten changed files beside a warm `lint` of all, in processor time; the two take turns. The command
 * line must have been built.
 * @param from real code of 300,000 lines or more
 */
export async function measureSince(from: string): Promise<Figure[]> {
  const place = await scratch("since");
  try {
    const { folder, lines, files } = await copyCorpus(from, join(place.path, "code"), SIZE, 0);
    const git = (...args: readonly string[]): string =>
      execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    git("init", "--quiet");
    git("add", "--all");
    const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"];
    git(...author, "commit", "--quiet", "--message=all");
    const changed = await changeFiles(folder);
    const cache = ["--exit-zero", "--cache-dir", join(place.path, "cache")];
    const lint: Command = [
      process.execPath,
      join(root, "dist", "cli.js"),
      "lint",
      folder,
      ...cache,
    ];
    await processorTimeOf(lint);
    const [whole, since]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      since.push(await processorTimeOf([...lint, "--since", "HEAD"]));
      whole.push(await processorTimeOf(lint));
    }
    return [
      count("since: lines", lines, "lines"),
      count("since: files", files, "files"),
      count("since: changed files", changed, "files"),
      milliseconds(`since: lint, warm, processor, median of ${ROUNDS}`, median(whole)),
      milliseconds(`since: lint --since, processor, median of ${ROUNDS}`, median(since)),
      ratio("since: lint --since to lint", median(since), median(whole), "≤ 0.5"),
    ];
  } finally {
    await place.remove();
  }
}

/** Adds a call to a function in files spread evenly over those that are no tests. @returns how many */
async function changeFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.filter((path) => path.endsWith(".py") && !/test/.test(path)).sort();
  const step = Math.floor(paths.length / CHANGED);
  let changed = 0;
  for (let start = 0; changed < CHANGED && start < paths.length; start += step) {
    for (const path of paths.slice(start, start + step)) {
      const text = await readFile(join(folder, path), "utf8");
      const now = text.replace(/^( +)(?=return\b)/m, '$1print("changed")\n$1');
      if (now === text) continue;
      await writeFile(join(folder, path), now);
      changed += 1;
      break;
    }
  }
  return changed;
}
