import type { ConfigView } from "../config/configView";
import type { CodeBase } from "../project/codeBase";
import { fileCalls } from "../project/fileCalls";
import type { PythonFile } from "../python/pythonFile";
import type { Location } from "../text/range";
import { activationOf, type RuleSelection } from "./activation";
import { compareFindings, type Finding, type Severity, severities } from "./finding";
import { fillMessage, type Report, type Rule } from "./rule";
import { applySuppressions, type SuppressedFinding } from "./suppressions/applySuppressions";

/** A rule that threw; the others went on. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

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
 */
export function checkFile(
  rules: readonly Rule[],
  file: PythonFile,
  path: string,
  code: CodeBase,
  config: ConfigView,
  selection: RuleSelection,
  uriOf: (path: string) => string,
): FileCheck {
  const locate = (other: string, line: number, character: number): Location => ({
    uri: uriOf(other),
    range: { start: { line, character }, end: { line, character } },
  });
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const ran = new Set<string>();
  for (const rule of rules) {
    const { severity } = activationOf(rule, {
      code,
      config,
      selection,
      path: file.path,
      seen: path,
    });
    if (severity === undefined) continue;
    ran.add(rule.meta.name);
    const { options } = config.ruleSetting(rule.meta.name, path);
    const parsed = rule.meta.options.safeParse(options);
    const own: Finding[] = [];
    try {
      rule.check({
        file,
        code,
        locationOf: ({ path: other, line, character }) => locate(other, line, character),
        get calls() {
          return fileCalls(code, file.path);
        },
        config,
        isSelected: selection.select.includes(rule.meta.name),
        // Options that do not fit are reported in the configuration file; the rule runs with its defaults.
        options: parsed.success ? parsed.data : rule.meta.options.parse({}),
        report: (report) => own.push(findingOf(rule, severity, report)),
      });
      findings.push(...own);
    } catch (error) {
      failures.push({ rule: rule.meta.name, message: String(error) });
    }
  }
  const judged = applySuppressions(findings, file, {
    known: new Set([...rules.map(({ meta }) => meta.name), "unknown-rule", "unused-suppression"]),
    ran,
    severityOf: (rule) => reportSeverity(rule, path, config, selection),
  });
  return {
    findings: [...judged.findings].sort(compareFindings),
    suppressed: judged.suppressed,
    failures,
  };
}

/** How much what is wrong with suppressions matters: a warning, unless the configuration says otherwise. */
function reportSeverity(
  name: "unknown-rule" | "unused-suppression",
  path: string,
  config: ConfigView,
  selection: RuleSelection,
): Severity | undefined {
  const isLeftOut =
    selection.ignore.includes(name) ||
    (selection.select.length > 0 && !selection.select.includes(name));
  const { level = "warning" } = config.ruleSetting(name, path);
  return isLeftOut || level === "off" ? undefined : level;
}

/** The lesser of two severities: a configured one is never passed. */
function weaker(severity: Severity, own: Severity | undefined): Severity {
  return own !== undefined && severities.indexOf(own) > severities.indexOf(severity)
    ? own
    : severity;
}

function findingOf(rule: Rule, severity: Severity, report: Report<string>): Finding {
  const { name, fix, messages } = rule.meta;
  const template = messages[report.message];
  if (template === undefined) throw new Error(`${name} has no message "${report.message}"`);
  const safety = report.fix?.safety ?? fix;
  return {
    rule: name,
    severity: weaker(severity, report.severity),
    message: fillMessage(template, report.data),
    range: report.range,
    related: report.related ?? [],
    fix: report.fix === undefined || safety === "none" ? undefined : { ...report.fix, safety },
  };
}
