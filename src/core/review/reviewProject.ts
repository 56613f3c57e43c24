import { findNew } from "../changes/findNew";
import type { RewindableFiles } from "../changes/rewindableFiles";
import { syntaxErrors } from "../changes/syntaxErrors";
import { compareContracts } from "../contract/compareContracts";
import type { ContractChange } from "../contract/contractChange";
import { readContract } from "../contract/readContract";
import { detection } from "../detection/detection";
import { backend } from "../frameworks/backend";
import { inspect } from "../inspect/inspect";
import type { Changes } from "../ports";
import type { FileReport } from "../project/fileReport";
import type { OnProgress, Project } from "../project/project";
import { configuredRules } from "../rules/activation";
import { severities } from "../rules/finding";
import { evidenceIn } from "./evidence";
import type { Escalation, Review, ReviewedChange, ReviewPlace, ReviewSummary } from "./review";
import { routeSequence } from "./routeSequence";
import { sectionsOf } from "./sections";
import { type Evidence, signals } from "./signals";
import { specsThatName } from "./specsThatName";
import { touchedPaths } from "./untouchedSpecs";

/** What a review is asked for. */
export interface ReviewQuery {
  /** The folder that the review's paths are relative to, as it names it. */
  readonly root: string;
  /** The path that the review gives a file. @param path the project's */
  readonly nameOf: (path: string) => string;
  /** Whether a file is looked at. @param path the project's */
  readonly isAsked: (path: string) => boolean;
  /** What changed, for a review of a change. */
  readonly changes?: Changes | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reviews a project, or what a change brought into it.
 * @param files where the project reads its files
 */
export async function reviewProject(
  project: Project,
  files: RewindableFiles,
  query: ReviewQuery,
): Promise<Review> {
  const { root, nameOf, isAsked, changes, signal } = query;
  const reports = await findingsOf(project, files, query);
  const compared = changes === undefined ? null : await contractChanges(project, files, changes);
  const contract = compared?.changes ?? null;
  signal?.throwIfAborted();
  const asked = contract?.filter(({ file }) => isAsked(file)) ?? null;
  const named = (place: ReviewPlace): ReviewPlace => ({ ...place, path: nameOf(place.path) });
  const sections = sectionsOf(reports, (uri) => nameOf(project.pathOf(uri) ?? uri));
  const { endpoints, unresolved } = inspect(project.code, root, project.unread);
  const found = await evidenceIn(project, files, endpoints, isAsked);
  const changed = changes && changedPaths(project, changes);
  const evidence = changes === undefined ? found : ofChange(found, project, changes, asked ?? []);
  const escalations = escalationsOf(
    {
      ...sections,
      contract:
        asked?.map((one) => ({
          ...one,
          file: nameOf(one.file),
          specs: [],
          untouched: [],
          sequence: null,
        })) ?? null,
      inference: evidence.inference.map(named),
      untested: evidence.untested.map(named),
      unset: evidence.unset.map(named),
      withoutHealth: evidence.withoutHealth.map(named),
    },
    project.configFor("").config.review?.escalations ?? {},
  );
  return {
    version: "1",
    root,
    since: changes?.commit ?? null,
    summary: summaryOf(project, reports, query),
    ...sections,
    contract: asked && (await withSpecs(project, files, asked, changes, nameOf)),
    escalations,
    // So that silence is not read as praise.
    notJudged: [
      ...(compared?.unread ?? []),
      ...unresolved
        .filter(({ file }) => isAsked(file) && (changed?.has(file) ?? true))
        .map(({ what, file, line }) => ({ path: file, line, message: what })),
    ].map(named),
  };
}

async function findingsOf(
  project: Project,
  files: RewindableFiles,
  { isAsked, changes, onProgress, signal }: ReviewQuery,
): Promise<readonly FileReport[]> {
  if (changes !== undefined) {
    const selection = configuredRules;
    return await findNew(project, files, changes, { selection, isAsked, onProgress, signal });
  }
  const paths = project.pythonPaths.filter(isAsked);
  const reports: FileReport[] = [];
  for (const [index, path] of paths.entries()) {
    signal?.throwIfAborted();
    reports.push(await project.check(path));
    onProgress?.(index + 1, paths.length);
  }
  return reports;
}

/** What changed in the contract, and the files that could not be read for it. */
async function contractChanges(
  project: Project,
  files: RewindableFiles,
  { files: changed }: Changes,
): Promise<{
  readonly changes: readonly ContractChange[];
  readonly unread: readonly ReviewPlace[];
}> {
  const now = readContract(project.code);
  const broken = syntaxErrors(project, changed, (file) => file.now);
  const { before, wasBroken } = await files.rewound(project, changed, async () => ({
    before: readContract(project.code),
    wasBroken: syntaxErrors(project, changed, ({ earlier }) => earlier),
  }));
  // What a file that is no Python holds is not gone, and what one held is not new: in whatever file it stands.
  const changes = compareContracts(before, now).filter(
    ({ kind }) =>
      !(kind === "removed" && broken.size > 0) && !(kind === "added" && wasBroken.size > 0),
  );
  const place =
    (when: string) =>
    ([path, line]: readonly [string, number]) => ({
      path,
      line,
      message: `${when}: what it adds to the contract, or takes from it, is not told`,
    });
  const unread = [
    ...[...broken].map(place("is no Python here")),
    ...[...wasBroken].map(place("was no Python here before the change")),
  ];
  return { changes, unread };
}

/** The files that a change left here, as it made them. */
function changedPaths(project: Project, { files }: Changes): ReadonlySet<string> {
  return new Set(files.flatMap(({ now }) => (now && project.pathOf(now)) ?? []));
}

/** What of the code's evidence a change brought in. */
function ofChange(
  found: Omit<Evidence, "redFlags" | "antiPatterns" | "contract">,
  project: Project,
  changes: Changes,
  contract: readonly ContractChange[],
): typeof found {
  const changed = changedPaths(project, changes);
  const isChanged = ({ path }: ReviewPlace): boolean => changed.has(path);
  const breaking = contract.filter(({ part, breaking: breaks }) => part === "setting" && breaks);
  return {
    inference: found.inference.filter(isChanged),
    untested: found.untested.filter(isChanged),
    unset: found.unset.filter(({ message }) =>
      breaking.some(({ name }) => message.startsWith(`${name} `)),
    ),
    withoutHealth: [],
  };
}

function escalationsOf(
  evidence: Evidence,
  roles: Readonly<Record<string, string>>,
): readonly Escalation[] {
  return signals.flatMap(({ find, ...signal }) => {
    const to = roles[signal.role];
    const places = to === undefined ? [] : find(evidence);
    return to === undefined || places.length === 0 ? [] : [{ ...signal, to, places }];
  });
}

function summaryOf(
  project: Project,
  reports: readonly FileReport[],
  { isAsked, changes }: ReviewQuery,
): ReviewSummary {
  const { code } = project;
  const findings = reports.flatMap((report) => report.findings);
  const count = (wanted: string): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  const [error, warning, info, hint] = severities.map(count);
  const paths = project.pythonPaths.filter(isAsked);
  const [main] = detection.backends(code);
  const layout = main && detection.layout(main, code);
  const { profile } = project.configFor("");
  return {
    severities: { error: error ?? 0, warning: warning ?? 0, info: info ?? 0, hint: hint ?? 0 },
    files: paths.length,
    lines: paths.reduce((sum, path) => sum + (code.factsOf(path)?.lines ?? 0), 0),
    endpoints: backend.routing(code).endpoints.filter(({ handler }) => isAsked(handler.path))
      .length,
    modules: layout?.modules.length ?? 0,
    profile: profile?.name ?? null,
    profileReason:
      profile === undefined
        ? "no configuration names one: what is true everywhere is asked"
        : "the configuration names it",
    changedFiles: changes?.files.length ?? null,
  };
}

async function withSpecs(
  project: Project,
  files: RewindableFiles,
  contract: readonly ContractChange[],
  changes: Changes | undefined,
  nameOf: (path: string) => string,
): Promise<readonly ReviewedChange[]> {
  // A document may have the method in a column of its own.
  const written = ({ part, name }: ContractChange): string =>
    part === "endpoint" ? name.slice(name.indexOf(" ") + 1) : name;
  const specs = await specsThatName(project, files, contract.map(written));
  const touched = changes && touchedPaths(project, changes);
  return contract.map((change) => {
    const named = specs.get(written(change)) ?? [];
    return {
      ...change,
      file: nameOf(change.file),
      specs: named.map(nameOf),
      untouched: named.filter((path) => touched?.has(path) === false).map(nameOf),
      sequence: routeSequence(change, project.code),
    };
  });
}
