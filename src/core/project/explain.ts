import type { AsyncFunctionDef, FunctionDef } from "../python/ast/nodes";
import { type Activation, activationOf, configuredRules } from "../rules/activation";
import { type UnresolvedPart, unresolvedIn } from "../rules/explain/unresolvedIn";
import type { Finding } from "../rules/finding";
import type { RuleInfo } from "../rules/rule";
import { functionsOf } from "../rules/syntax/functions";
import type { FileReport } from "./fileReport";
import type { Project } from "./project";

/** What became of something that a rule finds. */
export type Outcome =
  | { readonly is: "reported" | "baselined" | "off" }
  | { readonly is: "suppressed"; readonly reason: string };

/** Something that a rule finds, whether it is reported or not. */
export interface ExplainedFinding {
  readonly finding: Finding;
  readonly outcome: Outcome;
}

/** Why a rule speaks at a line, or why it is silent. */
export interface Explanation {
  /** Why the file is not judged at all; then nothing else is known. */
  readonly refusal: string | undefined;
  readonly activation: Activation;
  /** What it finds on the line; else the nearest of what it finds in the file. */
  readonly onLine: readonly ExplainedFinding[];
  readonly nearest: ExplainedFinding | undefined;
  /** The function around the line. */
  readonly around: { readonly name: string; readonly line: number } | undefined;
  /** What is not known there: where a rule hangs on it, it stays silent; `undefined` in a document. */
  readonly unresolved: readonly UnresolvedPart[] | undefined;
}

/** Explains a rule at a line of a file: Python, or a document that the rule speaks of. @param line from zero */
export async function explain(
  project: Project,
  path: string,
  line: number,
  rule: RuleInfo,
): Promise<Explanation> {
  const { config, path: seen } = project.configs.for(path);
  const { code } = project;
  const context = { code, config, selection: configuredRules, path, seen };
  const activation = activationOf(rule, context);
  const nothing = {
    activation,
    onLine: [],
    nearest: undefined,
    around: undefined,
    unresolved: undefined,
  };
  if (config.excludes(seen)) {
    return { ...nothing, refusal: "the configuration leaves the file out (exclude)" };
  }
  if (!project.lintedPaths.includes(path)) {
    const why = "it is no part of the project (.gitignore, a hidden folder, a virtual environment)";
    return { ...nothing, refusal: `${why}, unless lint is asked for it by name` };
  }
  const isPython = path.endsWith(".py");
  const file = isPython ? await project.pythonFile(path) : undefined;
  // Selected, a rule that is off says what it would find.
  const isOn = activation.severity !== undefined;
  const selection = { select: [rule.meta.name], ignore: [] };
  const report = await project.check(path, isOn ? configuredRules : selection);
  const failure = report.errors.find(
    (error) => report.lines === 0 || error.includes(rule.meta.name),
  );
  if (failure !== undefined || (isPython && file === undefined)) {
    return { ...nothing, refusal: failure ?? "the file cannot be read" };
  }
  if (!isPython && report.lines === 0) {
    return { ...nothing, refusal: "it is no spec document, and no rule speaks of it" };
  }
  const found = explained(report, rule.meta.name, isOn);
  const onLine = found.filter(({ finding }) => distance(finding, line) === 0);
  const [nearest] = [...found].sort(
    (a, b) => distance(a.finding, line) - distance(b.finding, line),
  );
  const shown = {
    refusal: undefined,
    activation,
    onLine,
    nearest: onLine.length > 0 ? undefined : nearest,
  };
  if (file === undefined) return { ...nothing, ...shown };
  const around = functionsOf(file.parsed.module)
    .map(({ node }) => node)
    .filter((node) => firstLine(node) <= line && line <= node.endLine)
    .at(-1);
  const stretch = around ?? { line, endLine: line };
  return {
    ...shown,
    around: around && { name: around.name, line: around.line },
    unresolved: unresolvedIn(file, code, stretch),
  };
}

function explained(report: FileReport, rule: string, isOn: boolean): readonly ExplainedFinding[] {
  const reported = report.findings.map(
    (finding): ExplainedFinding => ({ finding, outcome: { is: isOn ? "reported" : "off" } }),
  );
  const suppressed = report.suppressed.map(
    ({ finding, reason }): ExplainedFinding => ({
      finding,
      outcome: { is: "suppressed", reason },
    }),
  );
  const baselined = report.baselined.map(
    ({ finding }): ExplainedFinding => ({ finding, outcome: { is: "baselined" } }),
  );
  return [...reported, ...suppressed, ...baselined].filter(({ finding }) => finding.rule === rule);
}

/** How many lines a finding is away; none where it covers the line. */
function distance({ range: { start, end } }: Finding, line: number): number {
  return Math.max(0, start.line - line, line - end.line);
}

function firstLine(node: FunctionDef | AsyncFunctionDef): number {
  return node.decorator_list[0]?.line ?? node.line;
}
