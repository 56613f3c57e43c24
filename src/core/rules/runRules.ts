import type { ZodType } from "zod";
import { type ActivationContext, activationOf } from "./activation";
import { type Finding, type Severity, severities } from "./finding";
import { fillMessage, type Report, type RuleInfo } from "./rule";
import type { JudgedRules } from "./suppressions/applySuppressions";

/** A rule that threw; the others went on. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

/** What rules found in a file. */
export interface RunRules {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  /** The names of those that ran to their end. */
  readonly ran: ReadonlySet<string>;
}

/** The options of a rule as its own schema has parsed them. */
type ParsedOptions = ReturnType<ZodType["parse"]>;

/** Runs those of some rules that are on for a file. @param check asks one rule */
export function runRules<R extends RuleInfo>(
  rules: readonly R[],
  context: ActivationContext,
  check: (rule: R, options: ParsedOptions, report: (report: Report<string>) => void) => void,
): RunRules {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const ran = new Set<string>();
  for (const rule of rules) {
    const { severity } = activationOf(rule, context);
    if (severity === undefined) continue;
    const { name } = rule.meta;
    const parsed = rule.meta.options.safeParse(
      context.config.ruleSetting(name, context.seen).options,
    );
    const own: Finding[] = [];
    try {
      // Options that do not fit are reported in the configuration file; the rule runs with its defaults.
      const options = parsed.success ? parsed.data : rule.meta.options.parse({});
      check(rule, options, (report) => own.push(findingOf(rule, severity, report)));
      findings.push(...own);
      ran.add(name);
    } catch (error) {
      failures.push({ rule: name, message: String(error) });
    }
  }
  return { findings, failures, ran };
}

/**
 * What is known of the rules when a file's suppressions are judged.
 * @param names of all rules
 * @param isWhole whether all that they look at for the file was read
 */
export function judgedRules(
  names: Iterable<string>,
  ran: ReadonlySet<string>,
  context: ActivationContext,
  isWhole: () => boolean = () => true,
): JudgedRules {
  return {
    known: new Set([...names, "unknown-rule", "unused-suppression"]),
    ran,
    isWhole,
    severityOf: (rule) => reportSeverity(rule, context),
  };
}

/** How much what is wrong with suppressions matters: a warning, unless the configuration says otherwise. */
function reportSeverity(
  name: "unknown-rule" | "unused-suppression",
  { seen, config, selection }: ActivationContext,
): Severity | undefined {
  const isLeftOut =
    selection.ignore.includes(name) ||
    (selection.select.length > 0 && !selection.select.includes(name));
  const { level = "warning" } = config.ruleSetting(name, seen);
  return isLeftOut || level === "off" ? undefined : level;
}

/** The lesser of two severities: a configured one is never passed. */
function weaker(severity: Severity, own: Severity | undefined): Severity {
  return own !== undefined && severities.indexOf(own) > severities.indexOf(severity)
    ? own
    : severity;
}

function findingOf(rule: RuleInfo, severity: Severity, report: Report<string>): Finding {
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
