import { inspect } from "../inspect/inspect";
import type { Project } from "../project/project";
import type { ReviewPlace } from "./review";

/** What the analysis could not resolve, so that silence is not read as praise. */
export function notJudged(
  project: Project,
  isAsked: (path: string) => boolean,
): readonly ReviewPlace[] {
  return inspect(project.code, "", project.unread)
    .unresolved.filter(({ file }) => isAsked(file))
    .map(({ what, file, line }) => ({ path: file, line, message: what }));
}
