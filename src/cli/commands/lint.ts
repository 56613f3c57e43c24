import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { fixFindings, safelyFixable } from "../../core/edits/fixAll";
import { joinUri } from "../../core/project/paths";
import { type FileReport, isConfig } from "../../core/project/project";
import type { RuleSelection } from "../../core/rules/activation";
import { type Severity, severities } from "../../core/rules/finding";
import { ruleOptionSchemas } from "../../core/rules/registry";
import { applyPlan } from "../../node/applyPlan";
import { exitCodes, UsageError } from "../exit";
import { analysisOptions, isGiven, type OpenedProject, openProject } from "../openProject";
import { lintJson } from "../output/lintJson";
import type { LintResult } from "../output/lintResult";
import { lintText } from "../output/lintText";

const optionsSchema = analysisOptions.extend({
  format: z.enum(["text", "json"]),
  select: z.array(z.string()),
  ignore: z.array(z.string()),
  fix: z.boolean().default(false),
  minSeverity: z.enum(severities),
  failOn: z.enum(severities),
  exitZero: z.boolean().default(false),
});

/** `backend-spec lint`. @returns the exit code. */
export async function runLint(paths: readonly string[], given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  for (const name of [...options.select, ...options.ignore]) {
    if (!ruleOptionSchemas.has(name)) throw new UsageError(`there is no rule "${name}"`);
  }
  const began = performance.now();
  const opened = await openProject(paths, options);
  const selection = { select: options.select, ignore: options.ignore };
  if (options.fix) await fix(opened, selection);
  const reports = await checkAll(opened, selection);
  const least = severities.indexOf(options.minSeverity);
  const result: LintResult = {
    root: opened.root,
    files: reports.map((report) => ({
      path: reportedPath(opened.root, report),
      text: report.document?.getText() ?? "",
      findings: report.findings.filter(({ severity }) => severities.indexOf(severity) <= least),
      suppressed: report.suppressed.length,
      errors: report.errors,
      lines: report.lines,
    })),
    errors: opened.project.errors,
    milliseconds: Math.round(performance.now() - began),
  };
  const print = options.format === "json" ? lintJson : lintText;
  process.stdout.write(print(result, process.stdout.isTTY === true));
  return exitCode(reports, options.failOn, options.exitZero);
}

function exitCode(reports: readonly FileReport[], failOn: Severity, exitZero: boolean): number {
  const findings = reports.flatMap((report) => report.findings);
  if (findings.some(({ rule }) => rule === "invalid-config")) return exitCodes.usage;
  const worst = severities.indexOf(failOn);
  const fails = findings.some(({ severity }) => severities.indexOf(severity) <= worst);
  return fails && !exitZero ? exitCodes.findings : exitCodes.clean;
}

/** Checks the project's files that the paths hold. */
async function checkAll(
  { project, paths }: OpenedProject,
  selection: RuleSelection,
): Promise<FileReport[]> {
  const sources = project.pythonPaths.filter((path) => isGiven(project, path, paths));
  // A mistake in a configuration concerns all that it holds for, whatever part of it was asked for.
  const holding = new Set(sources.map((path) => project.configFor(path).uri));
  const configs = project.configs
    .paths()
    .filter((path) => holding.has(joinUri(project.root, path)) || isGiven(project, path, paths));
  const wanted = [...configs, ...sources];
  const reports: FileReport[] = [];
  for (const path of wanted.sort()) {
    const report = await project.check(path, selection);
    // A configuration is only worth a word when something is wrong with it.
    if (!isConfig(path) || report.findings.length > 0) reports.push(report);
  }
  return reports;
}

function reportedPath(root: string, report: FileReport): string {
  return relative(root, fileURLToPath(report.uri)).split(sep).join("/");
}

/**
 * Applies the safe fixes, again and again while fixes that were in conflict are left. A file that cannot be written is
 * named, fixes that need it are left out whole, and the others are mended.
 */
async function fix(opened: OpenedProject, selection: RuleSelection): Promise<void> {
  const mostRounds = 10;
  const refused = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const reports = await checkAll(opened, selection);
    const fixable = reports.map((report) => ({
      ...report,
      findings: safelyFixable(report.findings),
    }));
    const groups = fixFindings(fixable).filter((edits) =>
      edits.every(({ uri }) => !refused.has(uri)),
    );
    if (groups.length === 0) return;
    for (const edits of groups) {
      try {
        await applyPlan({ title: "Fix all problems", creations: [], edits });
        for (const { uri } of edits) await opened.project.refresh(uri);
      } catch (error) {
        for (const { uri } of edits) refused.add(uri);
        console.error(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
