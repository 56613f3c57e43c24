import { appendFile } from "node:fs/promises";
import * as z from "zod";
import { moduleOf } from "../../core/drift/binding";
import { matrixMarkdown } from "../../core/drift/businessRules/matrixMarkdown";
import { type RuleTrace, traceRules } from "../../core/drift/businessRules/traceability";
import { boundFiles } from "../../core/drift/compare";
import { proposeBindings } from "../../core/drift/proposals";
import type { FileReport } from "../../core/project/fileReport";
import { joinUri } from "../../core/project/paths";
import { isMarkdown } from "../../core/project/specFiles";
import type { RuleSelection } from "../../core/rules/activation";
import { severities } from "../../core/rules/finding";
import { allRules, driftRules } from "../../core/rules/registry";
import { exitCodes } from "../exit";
import { fix, onDisk } from "../lint/fix";
import { analysisOptions, isGiven, type OpenedProject, openProject } from "../openProject";
import { lintGithub } from "../output/lintGithub";
import { lintJson } from "../output/lintJson";
import type { LintResult } from "../output/lintResult";
import { lintText } from "../output/lintText";
import { painter, showsColour } from "../output/paint";
import { pathFrom } from "../output/place";
import { counted } from "../output/summary";

/** The formats of `drift`. */
export const driftFormats = ["text", "json", "github", "markdown"] as const;

const optionsSchema = analysisOptions.extend({
  format: z.enum(driftFormats),
  fix: z.literal("spec").optional(),
});
type DriftOptions = z.output<typeof optionsSchema>;

/** The rules about specs and code, as the configuration has them. */
const selection: RuleSelection = {
  select: [],
  ignore: [...allRules.map(({ meta }) => meta.name), "unknown-rule", "unused-suppression"].filter(
    (name) => !driftRules.some(({ meta }) => meta.name === name),
  ),
};

/** `backend-spec drift`. @returns the exit code. */
export async function runDrift(paths: readonly string[], given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const began = performance.now();
  const opened = await openProject(paths, options);
  const check = async () => ({ reports: await checkSpecs(opened), isWhole: false });
  if (options.fix === "spec") await fix(check, true, onDisk(opened));
  const { reports } = await check();
  const least = severities.indexOf("info");
  const result: LintResult = {
    root: opened.root,
    files: reports.map((report) => ({
      ...report,
      path: pathFrom(opened.root, report.uri),
      findings: report.findings.filter(({ severity }) => severities.indexOf(severity) <= least),
    })),
    errors: opened.project.errors,
    milliseconds: Math.round(performance.now() - began),
  };
  process.stdout.write(await printed(result, await tracesOf(opened, options), options));
  const drifted = reports.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === "error" || severity === "warning"),
  );
  if (drifted.length === 0) return exitCodes.clean;
  const fixable = drifted.filter((one) => one.fix !== undefined).length;
  console.error(
    `Change the code, or the specs: --fix spec writes what the code does for ${fixable} of ${counted(drifted.length, "difference")}.`,
  );
  return exitCodes.findings;
}

/** What the rules say of the specs that the paths hold; those that cannot be compared are named. */
async function checkSpecs({ project, paths, root }: OpenedProject): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const path of project.lintedPaths) {
    if (!isMarkdown(path) || !isGiven(project, path, paths)) continue;
    const report = await project.check(path, selection);
    if (report.document === undefined) {
      reports.push(report);
      continue;
    }
    const spec = project.specs.read(report.document, false);
    if (spec === undefined) continue;
    reports.push(report);
    const module = moduleOf(spec);
    const why =
      module === undefined
        ? "names no module in its front matter"
        : boundFiles(spec, project.code).length === 0
          ? `names “${module}”, which is no code of this project`
          : undefined;
    if (why === undefined) continue;
    const [likeliest] = proposeBindings(spec, project.code);
    const hint =
      likeliest && ` It may be about ${likeliest.module} (${likeliest.reasons.join(", ")}).`;
    tellOnce(`${pathFrom(root, report.uri)} ${why}: it is not compared.${hint ?? ""}`);
  }
  return reports;
}

const told = new Set<string>();

function tellOnce(note: string): void {
  if (!told.has(note)) console.error(note);
  told.add(note);
}

/** The business rules of the specs that the paths hold, where the format tells of them. */
async function tracesOf(
  { project, paths, root }: OpenedProject,
  { format }: DriftOptions,
): Promise<readonly RuleTrace[]> {
  if (format !== "json" && format !== "markdown") return [];
  const all = await project.specDocuments();
  const asked = all.filter(({ path }) => isGiven(project, path, paths));
  const named = <T extends { readonly path: string }>(place: T): T => ({
    ...place,
    path: pathFrom(root, joinUri(project.root, place.path)),
  });
  return traceRules(asked, all, project.code).map((one) => ({
    ...one,
    spec: named(one.spec),
    implemented: one.implemented.map(named),
    tested: one.tested.map(named),
  }));
}

async function printed(
  result: LintResult,
  traces: readonly RuleTrace[],
  { format }: DriftOptions,
): Promise<string> {
  if (format === "json") return lintJson(result, { rules: traces });
  if (format === "markdown") return matrixMarkdown(traces, ({ path, line }) => `${path}#L${line}`);
  if (format === "text") return lintText(result, painter(showsColour(process.stdout, process.env)));
  const { GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: summaryFile } = process.env;
  const { log, summary } = lintGithub(result, workspace || process.cwd());
  if (summaryFile) await appendFile(summaryFile, summary);
  return log;
}
