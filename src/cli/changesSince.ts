import type { Changes } from "../core/ports";
import { isAnalysed, type Project } from "../core/project/project";
import { gitVersionControl } from "../node/git/versionControl";
import { UsageError } from "./exit";

/** What changed in a project since a commit. Rejects with a `UsageError` where that cannot be told. */
export async function changesSince(project: Project, reference: string): Promise<Changes> {
  const isWanted = (uri: string): boolean => {
    const path = project.pathOf(uri);
    return path !== undefined && isAnalysed(path);
  };
  try {
    return await gitVersionControl.changesSince(project.root, reference, isWanted);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
