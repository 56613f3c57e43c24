import type { FileReport } from "../../core/project/fileReport";
import { compareFindings, type Finding } from "../../core/rules/finding";

/** What the editor shows of a file's findings: what the baseline knows as hints. */
export function shownFindings({ findings, baselined }: FileReport): readonly Finding[] {
  const known = baselined.map(({ finding }): Finding => ({ ...finding, severity: "hint" }));
  return [...findings, ...known].sort(compareFindings);
}
