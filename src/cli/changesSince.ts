import { changesOf } from "../core/changes/changesOf";
import type { Changes } from "../core/ports";
import type { Project } from "../core/project/project";
import { gitVersionControl } from "../node/git/versionControl";
import { UsageError } from "./exit";

/** What changed in a project since a commit. Rejects with a `UsageError` where that cannot be told. */
export async function changesSince(project: Project, reference: string): Promise<Changes> {
  try {
    return await changesOf(project, gitVersionControl, reference);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
