import type { ChangedFile } from "../ports";
import type { Project } from "../project/project";

/** The lines, counted from 1, at which changed files are no Python, by their paths. */
export type SyntaxErrors = ReadonlyMap<string, number>;

/** Where the changed files are no Python in the state that the project shows. @param uriOf which of a file's places that is */
export function syntaxErrors(
  project: Project,
  changed: readonly ChangedFile[],
  uriOf: (file: ChangedFile) => string | undefined,
): SyntaxErrors {
  const found = new Map<string, number>();
  for (const file of changed) {
    const uri = uriOf(file);
    const path = uri === undefined ? undefined : project.pathOf(uri);
    const [first] = (path && project.code.factsOf(path)?.errors) || [];
    if (path !== undefined && first !== undefined) found.set(path, first.start.line + 1);
  }
  return found;
}
