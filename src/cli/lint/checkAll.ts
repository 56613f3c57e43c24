import { findNew } from "../../core/changes/findNew";
import type { Changes } from "../../core/ports";
import type { FileReport } from "../../core/project/fileReport";
import { joinUri } from "../../core/project/paths";
import type { RuleSelection } from "../../core/rules/activation";
import { isGiven, type OpenedProject } from "../openProject";
import { progress } from "../progress";
import { refuseUnreadBaselines } from "./baseline";

const checking = "Checking";

/** What the rules say of the project's files that the paths hold. */
export interface Checked {
  readonly reports: readonly FileReport[];
  /** Whether the paths hold all of the project. */
  readonly isWhole: boolean;
}

/**
 * Checks the project's files that the paths hold. Rejects with a `UsageError` where their baseline cannot be read: without
 * it, all that it knows would count as new.
 */
export async function checkAll(
  { project, paths }: OpenedProject,
  selection: RuleSelection,
): Promise<Checked> {
  const all = project.lintedPaths;
  const sources = all.filter((path) => isGiven(project, path, paths));
  // A mistake in a configuration concerns all that it holds for, whatever part of it was asked for.
  const holding = new Set(sources.map((path) => project.configFor(path).uri));
  const configs = project.configs
    .paths()
    .filter((path) => holding.has(joinUri(project.root, path)) || isGiven(project, path, paths));
  const formats = project.specs.wrongPaths;
  const wanted = [...configs, ...formats, ...sources].sort();
  const onProgress = progress(checking);
  const reports: FileReport[] = [];
  for (const [index, path] of wanted.entries()) {
    const report = await project.check(path, selection);
    // A configuration is only worth a word when something is wrong with it, Markdown when it is a spec.
    if (report.lines > 0 || report.errors.length > 0 || report.findings.length > 0) {
      reports.push(report);
    }
    onProgress?.(index + 1, wanted.length);
  }
  refuseUnreadBaselines(project);
  return { reports, isWhole: sources.length === all.length };
}

/**
 * Checks what a change brought in. Rejects with a `UsageError` where there is nothing to compare with, or a baseline cannot
 * be read.
 */
export async function checkSince(
  { project, files, paths }: OpenedProject,
  selection: RuleSelection,
  changes: Changes,
): Promise<Checked> {
  const isAsked = (path: string): boolean => isGiven(project, path, paths);
  const onProgress = progress(checking);
  const reports = await findNew(project, files, changes, { selection, isAsked, onProgress });
  refuseUnreadBaselines(project);
  return { reports, isWhole: false };
}
