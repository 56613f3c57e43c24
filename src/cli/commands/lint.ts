import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { FileReport } from "../../core/project/fileReport";
import type { RuleSelection } from "../../core/rules/activation";
import { type Severity, severities } from "../../core/rules/finding";
import { changesSince } from "../changesSince";
import { exitCodes } from "../exit";
import { prunedBaselines, updateBaselines } from "../lint/baseline";
import { type Checked, checkAll, checkSince } from "../lint/checkAll";
import { fix, onDisk } from "../lint/fix";
import { inMemory } from "../lint/inMemory";
import { type LintOptions, readLintOptions } from "../lint/options";
import { openStandardInput } from "../lint/standardInput";
import { type OpenedProject, openProject } from "../openProject";
import { lintGithub } from "../output/lintGithub";
import { lintJson } from "../output/lintJson";
import type { LintResult } from "../output/lintResult";
import { lintSarif } from "../output/lintSarif";
import { lintText } from "../output/lintText";
import { painter, showsColour } from "../output/paint";
import { pathFrom } from "../output/place";
import { statistics } from "../output/statistics";
import { counted } from "../output/summary";
import { colouredDiff, unifiedDiff } from "../output/unifiedDiff";

/** `backend-spec lint`. @returns the exit code. */
export async function runLint(paths: readonly string[], given: unknown): Promise<number> {
  const options = readLintOptions(given, paths);
  const began = performance.now();
  const { stdinFilename } = options;
  const opened =
    stdinFilename === undefined
      ? await openProject(paths, options)
      : await openStandardInput(stdinFilename, options);
  if (options.baseline !== undefined) {
    opened.project.useBaseline(pathToFileURL(resolve(options.baseline)).toString());
  }
  const selection = { select: options.select, ignore: options.ignore };
  const check = checker(opened, selection, options);
  if (options.diff) return await printDiff(opened, check, options);
  if (options.fix) await fix(check, options.unsafeFixes, onDisk(opened));
  const checked = await check();
  if (options.since === undefined) await tellOfBaselines(opened, checked, selection, options);
  const least = severities.indexOf(options.minSeverity);
  const result: LintResult = {
    root: opened.root,
    files: checked.reports.map((report) => ({
      ...report,
      path: pathFrom(opened.root, report.uri),
      findings: report.findings.filter(({ severity }) => severities.indexOf(severity) <= least),
    })),
    errors: opened.project.errors,
    milliseconds: Math.round(performance.now() - began),
  };
  process.stdout.write(await printed(result, options));
  if (options.unsafeFixes && !options.fix) {
    console.error("--unsafe-fixes applies nothing by itself: add --fix, or --diff to see it.");
  }
  return exitCode(checked.reports, options);
}

/** What is judged, again after each round of fixes: all that was asked for, or what a change brought in. */
function checker(
  opened: OpenedProject,
  selection: RuleSelection,
  { since }: LintOptions,
): () => Promise<Checked> {
  if (since === undefined) return () => checkAll(opened, selection);
  const told = new Set<string>();
  return async () => {
    const changes = await changesSince(opened.project, since);
    for (const note of changes.notes) {
      if (!told.has(note)) console.error(note);
      told.add(note);
    }
    return await checkSince(opened, selection, changes);
  };
}

/** Says what of the baselines is gone, and drops it where that is asked for. */
async function tellOfBaselines(
  opened: OpenedProject,
  checked: Checked,
  selection: RuleSelection,
  { updateBaseline }: LintOptions,
): Promise<void> {
  const pruned = await prunedBaselines(opened, checked, selection);
  if (updateBaseline) await updateBaselines(pruned);
  const gone = [...pruned.values()].reduce((sum, { dropped }) => sum + dropped, 0);
  if (gone === 0) return;
  const those = `${counted(gone, "finding")} of the baseline ${gone === 1 ? "is" : "are"} gone`;
  console.error(updateBaseline ? `${those}.` : `${those}; --update-baseline drops them.`);
}

/** Prints what the fixes would change, and writes nothing. @returns the exit code */
async function printDiff(
  opened: OpenedProject,
  check: () => Promise<Checked>,
  options: LintOptions,
): Promise<number> {
  const { apply, changes } = inMemory(opened);
  await fix(check, options.unsafeFixes, apply);
  const changed = changes();
  const diff = changed.map((file) => unifiedDiff(file, process.cwd())).join("");
  process.stdout.write(showsColour(process.stdout, process.env) ? colouredDiff(diff) : diff);
  console.error(
    changed.length === 0 ? "Nothing to fix." : `${counted(changed.length, "file")} would change.`,
  );
  return changed.length > 0 && !options.exitZero ? exitCodes.findings : exitCodes.clean;
}

async function printed(result: LintResult, options: LintOptions): Promise<string> {
  const { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: summaryFile } = process.env;
  switch (options.format) {
    case "json":
      return lintJson(result);
    case "sarif":
      return lintSarif(result);
    case "github": {
      const { log, summary } = lintGithub(result, workspace || process.cwd());
      if (summaryFile) await appendFile(summaryFile, summary);
      return log;
    }
    default: {
      const paint = painter(showsColour(process.stdout, process.env));
      return options.statistics ? statistics(result, paint) : lintText(result, paint);
    }
  }
}

function exitCode(
  reports: readonly FileReport[],
  { failOn, exitZero }: { readonly failOn: Severity; readonly exitZero: boolean },
): number {
  const findings = reports.flatMap((report) => report.findings);
  if (findings.some(({ rule }) => rule === "invalid-config")) return exitCodes.usage;
  const worst = severities.indexOf(failOn);
  const fails = findings.some(({ severity }) => severities.indexOf(severity) <= worst);
  return fails && !exitZero ? exitCodes.findings : exitCodes.clean;
}
