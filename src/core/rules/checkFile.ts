import type { ConfigView } from "../config/configView";
import type { CodeBase } from "../project/codeBase";
import { fileCalls } from "../project/fileCalls";
import type { PythonFile } from "../python/pythonFile";
import type { Location } from "../text/range";
import type { RuleSelection } from "./activation";
import { compareFindings, type Finding } from "./finding";
import type { Rule } from "./rule";
import { judgedRules, type RuleFailure, runRules } from "./runRules";
import { applySuppressions, type SuppressedFinding } from "./suppressions/applySuppressions";

/** What the rules say of one file. */
export interface FileCheck {
  readonly findings: readonly Finding[];
  /** What comments in the file silence. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly failures: readonly RuleFailure[];
}

/**
 * Runs rules over a file.
 * @param path the file's path relative to its configuration's folder, as overrides see it.
 * @param code the project that the file is part of
 * @param known the names of all rules, those about other files included
 * @param isWhole whether all was read that the file leads to
 */
export function checkFile(
  rules: readonly Rule[],
  file: PythonFile,
  path: string,
  code: CodeBase,
  config: ConfigView,
  selection: RuleSelection,
  uriOf: (path: string) => string,
  known: Iterable<string> = rules.map(({ meta }) => meta.name),
  isWhole: () => boolean = () => true,
): FileCheck {
  const locate = (other: string, line: number, character: number): Location => ({
    uri: uriOf(other),
    range: { start: { line, character }, end: { line, character } },
  });
  const context = { code, config, selection, path: file.path, seen: path };
  const { findings, failures, ran } = runRules(rules, context, (rule, options, report) =>
    rule.check({
      file,
      code,
      locationOf: ({ path: other, line, character }) => locate(other, line, character),
      get calls() {
        return fileCalls(code, file.path);
      },
      config,
      isSelected: selection.select.includes(rule.meta.name),
      options,
      report,
    }),
  );
  const judged = applySuppressions(findings, file, judgedRules(known, ran, context, isWhole));
  return {
    findings: [...judged.findings].sort(compareFindings),
    suppressed: judged.suppressed,
    failures,
  };
}
