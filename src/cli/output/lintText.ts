import type { Finding, Severity } from "../../core/rules/finding";
import { codeFrame } from "./codeFrame";
import { errorsOf, type LintedFile, type LintResult } from "./lintResult";
import { type Paint, printable, type Style } from "./paint";
import { pathFrom, placeOf } from "./place";
import { summaryLine } from "./summary";

const styles: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  hint: "gray",
};

const marks = { safe: " [fixable]", unsafe: " [fixable, unsafe]" } as const;

/** `lint` for people: each finding with its place, its code and the places it speaks of, then a summary. */
export function lintText(result: LintResult, paint: Paint): string {
  const findings = result.files.flatMap((file) =>
    file.findings.map((finding) => `${findingText(file, finding, result.root, paint)}\n`),
  );
  const errors = errorsOf(result).map(({ path, message, range }) => {
    const { line, column } = range ? placeOf(range) : {};
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    return `${paint("bold", printable(place))}: ${printable(message)}`;
  });
  return `${[...findings, ...errors, summaryLine(result)].join("\n")}\n`;
}

function findingText(
  { path, document }: LintedFile,
  { range, severity, message, rule, fix, related }: Finding,
  root: string,
  paint: Paint,
): string {
  const { line, column } = placeOf(range);
  const mendable = fix === undefined ? "" : marks[fix.safety];
  const head = [
    `${paint("bold", printable(`${path}:${line}:${column}`))}:`,
    `${paint(styles[severity], severity)}:`,
    printable(message),
    paint("dim", `(${rule})${mendable}`),
  ].join(" ");
  const frame = document === undefined ? [] : [codeFrame(document, range, styles[severity], paint)];
  const others = related.map(({ location, message: why }) => {
    const place = placeOf(location.range);
    const at = `${pathFrom(root, location.uri)}:${place.line}:${place.column}`;
    return `  ${paint("dim", "→")} ${printable(`${at} ${why}`)}`;
  });
  return [head, ...frame, ...others].join("\n");
}
