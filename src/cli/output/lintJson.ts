import { sep } from "node:path";
import { errorsOf, type LintResult, placedMessage } from "./lintResult";
import { pathFrom, placeOf } from "./place";

/**
 * The JSON of `lint --format json`; its shape is fixed (docs/command-line.md).
 * @param more what another command tells beside the findings
 */
export function lintJson(result: LintResult, more: Readonly<Record<string, unknown>> = {}): string {
  const { files, root } = result;
  const findings = files.flatMap(({ path, findings: own }) =>
    own.map((finding) => ({
      path,
      ...placeOf(finding.range),
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      fix: finding.fix?.safety ?? null,
      related: finding.related.map(({ location, message }) => {
        const { line, column } = placeOf(location.range);
        return { path: pathFrom(root, location.uri), line, column, message };
      }),
    })),
  );
  const sum = (count: (file: LintResult["files"][number]) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  const output = {
    version: "1",
    root: root.split(sep).join("/"),
    findings,
    summary: {
      files: files.length,
      lines: sum(({ lines }) => lines),
      findings: findings.length,
      suppressed: sum(({ suppressed }) => suppressed.length),
      baselined: sum(({ baselined }) => baselined.length),
      milliseconds: result.milliseconds,
    },
    errors: errorsOf(result).map((error) => ({ path: error.path, message: placedMessage(error) })),
    ...more,
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}
