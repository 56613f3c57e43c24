import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scaffold } from "../../core/scaffold/landFiles";
import { applyEdits, applyPlan, readEditable } from "../../node/applyPlan";
import { exitCodes, UsageError } from "../exit";
import { colouredDiff, unifiedDiff } from "./unifiedDiff";

/**
 * Writes a scaffold and prints the paths, or prints it as a diff. What is kept or left to the user goes to standard error.
 * @returns the exit code: 1 where a file that differs was kept or an edit is left to the user.
 */
export async function finishScaffold(scaffold: Scaffold, dryRun: boolean): Promise<number> {
  const { plan, conflicts, manual } = scaffold;
  if (dryRun) await printDiff(scaffold);
  else {
    try {
      for (const path of await applyPlan(plan)) console.log(relative(process.cwd(), path));
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  }
  for (const { uri } of conflicts) {
    console.error(
      `${relative(process.cwd(), fileURLToPath(uri))}: is there and differs; it was kept.`,
    );
  }
  for (const { path, reason, text } of manual) console.error(`${path}: ${reason}\n${text}`);
  if (plan.creations.length + plan.edits.length + conflicts.length + manual.length === 0) {
    console.error("All of it is there already.");
  }
  return conflicts.length + manual.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function printDiff({ plan, conflicts }: Scaffold): Promise<void> {
  const changes = plan.creations.map(({ uri, content }) => ({ uri, before: "", after: content }));
  for (const edit of plan.edits) {
    const { text } = await readEditable(fileURLToPath(edit.uri));
    changes.push({ uri: edit.uri, before: text, after: applyEdits(edit, text) });
  }
  for (const { uri, content } of conflicts) {
    const before = await readFile(fileURLToPath(uri), "utf8").catch(() => "");
    changes.push({ uri, before, after: content });
  }
  for (const change of changes) {
    const patch = unifiedDiff(change, process.cwd());
    const diff = change.before === "" ? patch.replace(/^--- .*/m, "--- /dev/null") : patch;
    process.stdout.write(process.stdout.isTTY ? colouredDiff(diff) : diff);
  }
}
