import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BaselinePlace } from "../../core/project/fileReport";
import type { Project } from "../../core/project/project";
import type { RuleSelection } from "../../core/rules/activation";
import { writeBaseline } from "../../core/rules/baseline/baseline";
import { type Pruned, pruneBaseline } from "../../core/rules/baseline/pruneBaseline";
import { explain } from "../../node/fileSystem";
import { UsageError } from "../exit";
import type { OpenedProject } from "../openProject";
import type { Checked } from "./checkAll";

/** Throws a `UsageError` that names each baseline that cannot be read. */
export function refuseUnreadBaselines(project: Project): void {
  const lines = project.baselines.problems.map(
    ({ uri, message }) => `${fileURLToPath(uri)}: ${message}`,
  );
  if (lines.length > 0) throw new UsageError(lines.join("\n"));
}

/** The baselines of the files that were checked, by URI, without what matches nothing any more. */
export async function prunedBaselines(
  { project }: OpenedProject,
  { reports, isWhole }: Checked,
  { select, ignore }: RuleSelection,
): Promise<ReadonlyMap<string, Pruned>> {
  const all = new Set(project.lintedPaths);
  const readable = new Set(
    reports.flatMap(({ path, errors, syntaxErrors }) =>
      errors.length + syntaxErrors.length > 0 ? [] : [path],
    ),
  );
  const places = new Map<string, BaselinePlace>();
  for (const { path } of reports) {
    const place = project.baselineFor(path);
    places.set(place.uri, place);
  }
  const pruned = new Map<string, Pruned>();
  for (const [uri, { isAsked, folder }] of places) {
    const baseline = await project.baselines.at(uri, isAsked);
    const files = reports
      .filter(({ path }) => project.baselineFor(path).uri === uri)
      .map(({ path, baselined }) => ({ path: project.baselineFor(path).path, baselined }));
    const isJudged = ({ path, rule }: { readonly path: string; readonly rule: string }): boolean =>
      (select.length === 0 || select.includes(rule)) &&
      !ignore.includes(rule) &&
      (all.has(folder + path) ? readable.has(folder + path) : isWhole);
    pruned.set(uri, pruneBaseline(baseline.entries, { files, isJudged }));
  }
  return pruned;
}

/** Writes the baselines without what matches nothing any more. Rejects with a `UsageError` for one that cannot be written. */
export async function updateBaselines(pruned: ReadonlyMap<string, Pruned>): Promise<void> {
  for (const [uri, { entries, isChanged }] of pruned) {
    if (!isChanged) continue;
    const path = fileURLToPath(uri);
    try {
      await writeFile(path, writeBaseline(entries));
    } catch (error) {
      throw new UsageError(`${path}: cannot be written, ${explain(error)}`);
    }
  }
}
