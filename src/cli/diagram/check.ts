import type { DiagramOptions } from "../commands/diagram";
import { exitCodes } from "../exit";
import { fix } from "../lint/fix";
import { inMemory } from "../lint/inMemory";
import { type OpenedProject, openProject } from "../openProject";
import { lintJson } from "../output/lintJson";
import type { LintResult } from "../output/lintResult";
import { lintText } from "../output/lintText";
import { painter, showsColour } from "../output/paint";
import { pathFrom } from "../output/place";
import { colouredDiff, unifiedDiff } from "../output/unifiedDiff";
import { checkDocuments, diagramRuleNames } from "./documents";

/**
 * Says which diagrams of Markdown files are stale, with the difference, and which Mermaid does not take.
 * @returns the exit code: 1 where there is any
 */
export async function checkDiagrams(
  paths: readonly string[],
  options: DiagramOptions,
): Promise<number> {
  const began = performance.now();
  const opened = await openProject(paths, options);
  const { reports } = await checkDocuments(opened, diagramRuleNames.check);
  const result: LintResult = {
    root: opened.root,
    files: reports
      .filter(({ lines, errors, findings }) => lines + errors.length + findings.length > 0)
      .map((report) => ({ ...report, path: pathFrom(opened.root, report.uri) })),
    errors: opened.project.errors,
    milliseconds: Math.round(performance.now() - began),
  };
  const hasColour = showsColour(process.stdout, process.env);
  if (options.format === "json") process.stdout.write(lintJson(result));
  else {
    const diff = await difference(opened);
    process.stdout.write(lintText(result, painter(hasColour)));
    process.stdout.write(hasColour ? colouredDiff(diff) : diff);
    if (diff !== "") console.error("diagram --write brings them up to date.");
  }
  const isClean = reports.every(({ findings }) => findings.length === 0);
  return isClean ? exitCodes.clean : exitCodes.findings;
}

/** What bringing all regions up to date would change. */
async function difference(opened: OpenedProject): Promise<string> {
  const { apply, changes } = inMemory(opened);
  await fix(() => checkDocuments(opened, diagramRuleNames.write), false, apply);
  return changes()
    .map((file) => unifiedDiff(file, process.cwd()))
    .join("");
}
