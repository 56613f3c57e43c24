import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareFindings, type Finding, severities } from "../../core/rules/finding";
import { errorsOf, type LintResult, placedMessage } from "./lintResult";
import { pathFrom, placeOf } from "./place";
import { counted, summaryLine } from "./summary";

const kinds = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

/** Its interface shows no more of a kind in one step. */
const mostOfKind = 10;

/** GitHub takes no larger summary of a step; in bytes. */
const largestSummary = 1024 * 1024;

/** `lint` in a GitHub workflow. */
export interface GithubOutput {
  /** The workflow's log with the commands that make annotations. */
  readonly log: string;
  /** Markdown for the step's summary. */
  readonly summary: string;
}

interface Placed {
  /** Relative to the workspace. */
  readonly path: string;
  readonly finding: Finding;
}

/**
 * `lint --format github`: annotations for the worst findings, ten of a kind, and a summary with all others.
 * @param workspace the checkout's folder, which annotated paths are relative to
 */
export function lintGithub(result: LintResult, workspace: string): GithubOutput {
  const all = result.files.flatMap(({ path, findings }): Placed[] => {
    const own = pathFrom(workspace, pathToFileURL(join(result.root, path)).toString());
    return findings.map((finding) => ({ path: own, finding }));
  });
  all.sort(
    (a, b) =>
      severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      compareFindings(a.finding, b.finding),
  );
  const left = { error: mostOfKind, warning: mostOfKind, notice: mostOfKind };
  const others: Placed[] = [];
  const commands = all.flatMap((placed) => {
    const kind = kinds[placed.finding.severity];
    if (left[kind] === 0) {
      others.push(placed);
      return [];
    }
    left[kind] -= 1;
    return [annotation(placed)];
  });
  const errors = errorsOf(result).map((error) => `${error.path}: ${placedMessage(error)}`);
  const log = [...commands, ...others.map(plainLine), ...errors, summaryLine(result), ""];
  return { log: log.join("\n"), summary: summaryOf(result, others) };
}

function annotation({ path, finding }: Placed): string {
  const { line, column, endLine, endColumn } = placeOf(finding.range);
  const properties = Object.entries({
    file: path,
    line,
    endLine,
    // Columns are only taken of what ends on its own line.
    ...(line === endLine && { col: column, endColumn }),
    title: finding.rule,
  }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kinds[finding.severity]} ${properties.join(",")}::${escapeData(finding.message)}`;
}

function plainLine({ path, finding }: Placed): string {
  const { line, column } = placeOf(finding.range);
  // A line of the log must not be taken for a command.
  return `${path}:${line}:${column}: ${finding.severity}: ${finding.message.replace(/[\r\n]+/g, " ")} (${finding.rule})`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function summaryOf(result: LintResult, others: readonly Placed[]): string {
  const head = `### Backend Spec\n\n${summaryLine(result)}\n`;
  if (others.length === 0) return head;
  const rows = others.map(({ path, finding: { range, severity, rule, message } }) => {
    const cells = [`\`${path}:${placeOf(range).line}\``, severity, `\`${rule}\``, message];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  const table = `\nNot annotated above:\n\n| Place | Severity | Rule | Finding |\n|---|---|---|---|\n`;
  return fitting(head + table, rows);
}

function cell(text: string): string {
  return text
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replace(/[\r\n]+/g, " ");
}

/** As many rows as there is room for, then how many are left out. */
function fitting(head: string, rows: readonly string[]): string {
  const room = largestSummary - 1024;
  const shown: string[] = [];
  let size = Buffer.byteLength(head);
  for (const row of rows) {
    size += Buffer.byteLength(row) + 1;
    if (size > room) break;
    shown.push(row);
  }
  const missing = rows.length - shown.length;
  const rest = missing === 0 ? "" : `\nand ${counted(missing, "more finding")}.\n`;
  return `${head}${shown.join("\n")}\n${rest}`;
}
