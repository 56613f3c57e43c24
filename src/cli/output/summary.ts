import type { LintResult } from "./lintResult";

/** The last line for people: how much was found, what of it can be mended, and what is not shown. */
export function summaryLine({ files, milliseconds }: LintResult): string {
  const findings = files.flatMap((file) => file.findings);
  const fixable = (safety: string): number =>
    findings.filter(({ fix }) => fix?.safety === safety).length;
  const sum = (count: (file: LintResult["files"][number]) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  const parts = [
    [fixable("safe"), "fixable with --fix"],
    [fixable("unsafe"), "fixable with --fix --unsafe-fixes"],
    [sum(({ suppressed }) => suppressed.length), "silenced by comments"],
    [sum(({ baselined }) => baselined.length), "known to the baseline"],
  ] as const;
  const found = findings.length === 0 ? "No findings" : counted(findings.length, "finding");
  const more = parts.flatMap(([number, what]) => (number === 0 ? [] : [`, ${number} ${what}`]));
  return `${found} in ${counted(files.length, "file")}${more.join("")} (${milliseconds} ms).`;
}

/** A number with its noun. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
