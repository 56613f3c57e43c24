import type { ChangedFile, Changes } from "../ports";
import { isConfig } from "../project/fileNames";
import type { FileReport } from "../project/fileReport";
import type { OnProgress, Project } from "../project/project";
import { isDocument } from "../project/specFiles";
import type { RuleSelection } from "../rules/activation";
import type { BaselineEntry } from "../rules/baseline/baseline";
import { Baseline } from "../rules/baseline/matchBaseline";
import { recordFindings } from "../rules/baseline/recordFindings";
import type { Finding } from "../rules/finding";
import { decodeSource } from "../text/decode";
import { affectedBy, type Touched } from "./affected";
import { changedLines } from "./changedLines";
import type { RewindableFiles } from "./rewindableFiles";
import { syntaxErrors } from "./syntaxErrors";
import { touchedIn } from "./touched";
import { unitsAt } from "./touchedUnits";

/** What is asked of `findNew`. */
export interface NewFindingsQuery {
  readonly selection: RuleSelection;
  /** Whether a file is to be judged. @param path the project's */
  readonly isAsked: (path: string) => boolean;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a change brought in: findings on lines and in functions that it touched, and those elsewhere that were not there
 * before it. Files of which the change says nothing are left out.
 * @param files where the project reads its files
 */
export async function findNew(
  project: Project,
  files: RewindableFiles,
  changes: Changes,
  { selection, isAsked, onProgress, signal }: NewFindingsQuery,
): Promise<readonly FileReport[]> {
  const changed = new Map<string, ChangedFile>();
  for (const file of changes.files) {
    const path = project.pathOf(file.now ?? file.earlier ?? "");
    if (path !== undefined) changed.set(path, file);
  }
  const paths = (await wantedPaths(project, changed)).filter(isAsked);
  const reports: FileReport[] = [];
  for (const [index, path] of paths.entries()) {
    signal?.throwIfAborted();
    reports.push(await project.check(path, selection));
    onProgress?.(index + 1, paths.length);
  }
  const parts = await Promise.all(
    reports.map(async (report) => ({ report, ...(await part(project, report, changed)) })),
  );
  const open = parts.filter(({ untouched }) => untouched.length > 0);
  const { entries, unknown } = await files.rewound(project, changes.files, async () => {
    const found: BaselineEntry[] = [];
    const wasBroken = syntaxErrors(project, changes.files, ({ earlier }) => earlier);
    for (const { report } of open) {
      signal?.throwIfAborted();
      const { earlier } = changed.get(report.path) ?? { earlier: report.uri };
      const before = earlier === undefined ? undefined : project.pathOf(earlier);
      if (before === undefined) continue;
      found.push(...recorded(report.path, await project.check(before, selection)));
    }
    return { entries: found, unknown: wasBroken };
  });
  const known = new Baseline(entries);
  return parts
    .map(({ report, touched, untouched }) => {
      const { document, path } = report;
      const sourceOf = ({ range }: Finding): string => document?.getText(range) ?? "";
      const { earlier = "" } = changed.get(path) ?? {};
      const then = unknown.get(project.pathOf(earlier) ?? "");
      const { findings } = known.match(path, untouched, sourceOf, () => false);
      // What a file had while it was no Python is not known: nothing of it is called new.
      const kept = new Set(then === undefined ? [...touched, ...findings] : touched);
      const errors = [...report.errors, ...saidOfThen(then)];
      return { ...report, errors, findings: report.findings.filter((one) => kept.has(one)) };
    })
    .filter(({ path, findings }) => findings.length > 0 || changed.has(path));
}

/** The files that are judged: all, where it is a configuration that changed. */
async function wantedPaths(
  project: Project,
  changed: ReadonlyMap<string, ChangedFile>,
): Promise<readonly string[]> {
  const all = project.pythonPaths;
  const configs = project.configs.paths().filter((path) => changed.has(path));
  const isAll = [...changed.keys()].some((path) => isConfig(path));
  const affected = isAll
    ? undefined
    : affectedBy(await touchedUnits(project, changed), project.code);
  const documents = project.lintedPaths.filter(
    (path) => isDocument(path) && (isAll || changed.has(path)),
  );
  const sources = all.filter((path) => affected?.has(path) ?? true);
  return [...configs, ...sources, ...documents].sort();
}

/** What a change touched of each file; of one that came, went or lost a definition anything. */
async function touchedUnits(
  project: Project,
  changed: ReadonlyMap<string, ChangedFile>,
): Promise<ReadonlyMap<string, Touched>> {
  const found = new Map<string, Touched>();
  for (const [path, { before }] of changed) {
    const text = before && decodeSource(before).text;
    const file = path.endsWith(".py") ? await project.pythonFile(path) : undefined;
    const spans = text !== undefined && file && changedLines(text, file.document.getText());
    found.set(path, spans ? unitsAt(spans, path, project.code) : undefined);
  }
  return found;
}

/** Parts the findings of a file into those on what the change touched, and the others. */
async function part(
  project: Project,
  { path, document, findings }: FileReport,
  changed: ReadonlyMap<string, ChangedFile>,
): Promise<{ readonly touched: readonly Finding[]; readonly untouched: readonly Finding[] }> {
  const change = changed.get(path);
  if (change === undefined || document === undefined) return { touched: [], untouched: findings };
  const isTouched = await touchedIn(project, path, change.before, document);
  if (isTouched === undefined) return { touched: findings, untouched: [] };
  const touched = new Set(findings.filter(({ range }) => isTouched(range)));
  return { touched: [...touched], untouched: findings.filter((one) => !touched.has(one)) };
}

function saidOfThen(then: number | undefined): readonly string[] {
  return then === undefined
    ? []
    : [`was no Python before the change (line ${then}): only what it touched is judged`];
}

/** The findings of an earlier state as what is known of a file. @param path the file's now */
function recorded(path: string, { document, findings }: FileReport): readonly BaselineEntry[] {
  return recordFindings(path, findings, ({ range }) => document?.getText(range) ?? "");
}
