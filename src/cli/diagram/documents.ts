import { findDiagramsIn } from "../../core/diagrams/findDiagrams";
import { isDocument } from "../../core/project/specFiles";
import { diagramSyntax } from "../../core/rules/spec/diagram-syntax/rule";
import { staleDiagram } from "../../core/rules/spec/stale-diagram/rule";
import { readEditable } from "../../node/applyPlan";
import { UsageError } from "../exit";
import type { Checked } from "../lint/checkAll";
import { isGiven, type OpenedProject } from "../openProject";
import { progress } from "../progress";
import type { NamedDiagram } from "./writeFiles";

/** The rules about diagrams, by what is asked of them. */
export const diagramRuleNames = {
  check: [diagramSyntax.meta.name, staleDiagram.meta.name],
  write: [staleDiagram.meta.name],
} as const;

/** Asks rules about diagrams of the Markdown and diagram files that the paths hold. */
export async function checkDocuments(
  { project, paths }: OpenedProject,
  rules: readonly string[],
): Promise<Checked> {
  const all = project.lintedPaths.filter(isDocument);
  const wanted = all.filter((path) => isGiven(project, path, paths));
  const selection = { select: rules, ignore: [] };
  const onProgress = progress("Checking");
  const reports = [];
  for (const [index, path] of wanted.entries()) {
    reports.push(await project.check(path, selection));
    onProgress?.(index + 1, wanted.length);
  }
  return { reports, isWhole: false };
}

/** The diagrams of Markdown and diagram files, by their headings. Rejects with a `UsageError` where there is none. */
export async function documentDiagrams(paths: readonly string[]): Promise<readonly NamedDiagram[]> {
  const found: NamedDiagram[] = [];
  for (const path of paths) {
    if (!isDocument(path)) {
      throw new UsageError(`${path}: name Markdown or .mmd files, or a --kind of diagram of code.`);
    }
    const { text } = await readEditable(path);
    for (const { title, source } of findDiagramsIn(path, text)) {
      found.push({ name: title, text: source });
    }
  }
  if (found.length === 0) throw new UsageError(`There is no diagram in ${paths.join(", ")}.`);
  return found;
}
