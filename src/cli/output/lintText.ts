import { styleText } from "node:util";
import type { Severity } from "../../core/rules/finding";
import type { LintResult } from "./lintResult";

const colours = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  hint: "gray",
} as const satisfies Record<Severity, string>;

/** `lint` for people: a line a finding, then a summary. @param colour whether the terminal shows colours. */
export function lintText(result: LintResult, colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text) : text;
  const lines: string[] = [];
  for (const { path, findings, errors } of result.files) {
    for (const { range, severity, message, rule, fix } of findings) {
      const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
      const mendable = fix?.safety === "safe" ? " [fixable]" : "";
      lines.push(
        `${paint("bold", place)}: ${paint(colours[severity], severity)}: ${message} ${paint("dim", `(${rule})${mendable}`)}`,
      );
    }
    for (const message of errors) lines.push(`${paint("bold", path)}: ${message}`);
  }
  for (const { path, message } of result.errors) lines.push(`${paint("bold", path)}: ${message}`);
  lines.push(summary(result));
  return `${lines.join("\n")}\n`;
}

function summary({ files, milliseconds }: LintResult): string {
  const findings = files.flatMap((file) => file.findings);
  const fixable = findings.filter(({ fix }) => fix?.safety === "safe").length;
  const found = findings.length === 0 ? "No findings" : `${count(findings.length, "finding")}`;
  const mendable = fixable === 0 ? "" : `, ${fixable} fixable with --fix`;
  return `${found} in ${count(files.length, "file")}${mendable} (${milliseconds} ms).`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
