import { isBelow } from "../detection/backends";
import type { FileCreation, Plan } from "../edits/plan";
import { configuredRules } from "../rules/activation";
import { type BaselineEntry, writeBaseline } from "../rules/baseline/baseline";
import { recordFindings } from "../rules/baseline/recordFindings";
import type { ConfigStore } from "./configStore";
import type { OnProgress, Project } from "./project";

/** A baseline to be written, or why there is none to write. */
export type PlannedBaseline =
  | { readonly plan: Plan; readonly findings: number }
  | {
      readonly problem: string;
      /** The file that is there already. */
      readonly existing?: string;
    };

/** Which findings a baseline is made of. */
export interface PlanBaselineOptions {
  /** Only those in files below it, in the project. */
  readonly folder?: string;
  /** Those in force unless told. */
  readonly configs?: ConfigStore;
  readonly onProgress?: OnProgress | undefined;
}

/** Plans the baseline of everything that is found in a project as it is: one file for each configuration. */
export async function planBaseline(
  project: Project,
  { folder = "", configs, onProgress }: PlanBaselineOptions = {},
): Promise<PlannedBaseline> {
  const paths = project.lintedPaths.filter((path) => isBelow(path, folder));
  const byUri = new Map<string, BaselineEntry[]>();
  for (const [index, path] of paths.entries()) {
    const place = project.baselineFor(path, configs);
    if (await project.exists(place.uri)) {
      const problem =
        "There is a baseline already. Delete it to begin anew; lint --update-baseline drops what is gone.";
      return { problem, existing: place.uri };
    }
    const { findings, document } = await project.check(path, configuredRules, configs);
    const entries = recordFindings(
      place.path,
      findings,
      ({ range }) => document?.getText(range) ?? "",
    );
    if (entries.length > 0) byUri.set(place.uri, [...(byUri.get(place.uri) ?? []), ...entries]);
    onProgress?.(index + 1, paths.length);
  }
  if (byUri.size === 0) return { problem: "Nothing is found that a baseline could hold." };
  const creations = [...byUri].map(
    ([uri, entries]): FileCreation => ({ uri, content: writeBaseline(entries) }),
  );
  const findings = [...byUri.values()].flat().reduce((sum, { count }) => sum + count, 0);
  return { plan: { title: "Create a baseline", creations, edits: [] }, findings };
}
