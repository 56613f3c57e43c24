import type { Changes, VersionControl } from "../ports";
import { isAnalysed } from "../project/fileNames";
import type { Project } from "../project/project";

/** What changed of a project's files that the analysis reads. Rejects like `VersionControl.changesSince`. */
export async function changesOf(
  project: Project,
  versionControl: VersionControl,
  reference: string,
): Promise<Changes> {
  const isWanted = (uri: string): boolean => isAnalysed(project.pathOf(uri) ?? "");
  return await versionControl.changesSince(project.root, reference, isWanted);
}
