import type { Comment, PythonFile } from "../../python/pythonFile";
import type { Finding, Fix, Severity } from "../finding";
import { noSuchRule } from "../noSuchRule";
import { removeSuppression } from "./removeSuppression";
import { type StatementSpan, statementSpans } from "./statementSpans";
import {
  isMalformed,
  parseSuppression,
  type SuppressedRule,
  type Suppression,
} from "./suppression";

/** A finding that a comment silences, with the reason it gives. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly comment: Comment;
}

/** What is left of a file's findings. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** What is known of the rules when suppressions are judged. */
export interface JudgedRules {
  /** The names of all rules. */
  readonly known: ReadonlySet<string>;
  /** Those that ran over the file: only for them it can be said that a suppression is not needed. */
  readonly ran: ReadonlySet<string>;
  /** Whether all was read that the file leads to: else a rule may be silent because it saw too little. */
  isWhole(): boolean;
  /** How much suppressions of unknown rules and unused ones matter; `undefined` where that is off. */
  severityOf(rule: "unknown-rule" | "unused-suppression"): Severity | undefined;
}

/** Takes out the findings that comments of the file silence, and reports comments that silence nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  file: PythonFile,
  rules: JudgedRules,
): Suppressed {
  const { comments } = file.parsed;
  const malformed = judgeMalformed(comments, rules);
  const suppressions = comments.flatMap((comment) => parseSuppression(comment) ?? []);
  if (suppressions.length === 0) return { findings: [...findings, ...malformed], suppressed: [] };
  const spans = statementSpans(file.parsed.module);
  const used = new Set<SuppressedRule>();
  const suppressed: SuppressedFinding[] = [];
  const covered = suppressions.map((one) => ({ ...one, span: spanOf(one, file, spans) }));
  const left = findings.filter((finding) => {
    for (const { rules: named, span, reason, comment } of covered) {
      const rule = named.find(({ name }) => name === finding.rule);
      if (rule === undefined || !holds(span, finding.range.start.line)) continue;
      used.add(rule);
      suppressed.push({ finding, reason, comment });
      return false;
    }
    return true;
  });
  const reports = suppressions.flatMap((one) =>
    judge(one, used, rules, (rule) => removeSuppression(one, rule, file)),
  );
  return { findings: [...left, ...reports, ...malformed], suppressed };
}

/** The lines that a suppression is about: its statement's, the next statement's where it stands alone, or all. */
function spanOf(
  { scope, comment }: Suppression,
  file: PythonFile,
  spans: readonly StatementSpan[],
): StatementSpan | undefined {
  if (scope === "file") return { first: 0, last: Number.POSITIVE_INFINITY };
  const { line } = comment.range.start;
  const before = file.document.getText({
    start: { line, character: 0 },
    end: comment.range.start,
  });
  const innermost = spans.filter((span) => holds(span, line)).at(-1);
  // Within brackets a comment alone on its line belongs to the statement around it, behind a header to the next one.
  const isBehind = innermost !== undefined && isOnlyComments(line, innermost.last, file);
  if (before.trim() !== "" || (innermost !== undefined && !isBehind)) return innermost;
  return spans.find(({ first }) => first > line);
}

/** Whether lines hold nothing but comments. */
function isOnlyComments(first: number, last: number, { document }: PythonFile): boolean {
  const end = { line: last + 1, character: 0 };
  const text = document.getText({ start: { line: first, character: 0 }, end });
  return text.split(/\r\n|\r|\n/).every((line) => /^\s*(#|$)/.test(line));
}

function holds(span: StatementSpan | undefined, line: number): boolean {
  return span !== undefined && span.first <= line && line <= span.last;
}

/** Reports comments that silence nothing because of how they are written. No fix: whoever wrote one meant a finding. */
export function judgeMalformed(
  comments: readonly Comment[],
  rules: JudgedRules,
): readonly Finding[] {
  const rule = "unused-suppression";
  const severity = rules.severityOf(rule);
  if (severity === undefined) return [];
  const message =
    'This silences nothing: the rules stand in brackets, as in "backend-spec: ignore[rule-name] reason".';
  return comments
    .filter(isMalformed)
    .map(({ range }) => ({ rule, severity, message, range, related: [], fix: undefined }));
}

/** Reports the rules of a suppression that do not exist, and those that it silences nothing of. */
export function judge(
  suppression: Suppression,
  used: ReadonlySet<SuppressedRule>,
  rules: JudgedRules,
  fixOf: (rule: SuppressedRule) => Fix,
): readonly Finding[] {
  return suppression.rules.flatMap((rule): readonly Finding[] => {
    const { name, range } = rule;
    if (!rules.known.has(name)) {
      const severity = rules.severityOf("unknown-rule");
      const message = noSuchRule(name, rules.known);
      return severity === undefined
        ? []
        : [{ rule: "unknown-rule", severity, message, range, related: [], fix: undefined }];
    }
    const severity = rules.severityOf("unused-suppression");
    if (severity === undefined || used.has(rule)) return [];
    if (!rules.ran.has(name) || !rules.isWhole()) return [];
    const message = `Nothing here would be reported by "${name}"; the comment can go.`;
    const fix = fixOf(rule);
    return [{ rule: "unused-suppression", severity, message, range, related: [], fix }];
  });
}
