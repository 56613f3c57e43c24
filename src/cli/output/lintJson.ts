import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { LintResult } from "./lintResult";

/** The JSON of `lint --format json`; its shape is fixed (docs/command-line.md). */
export function lintJson(result: LintResult): string {
  const findings = result.files.flatMap(({ path, findings }) =>
    findings.map((finding) => ({
      path,
      ...placeOf(finding.range),
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      fix: finding.fix?.safety ?? null,
      related: finding.related.map(({ location, message }) => ({
        path: relative(result.root, fileURLToPath(location.uri)).split(sep).join("/"),
        line: location.range.start.line + 1,
        column: location.range.start.character + 1,
        message,
      })),
    })),
  );
  const errors = result.files.flatMap(({ path, errors }) =>
    errors.map((message) => ({ path, message })),
  );
  const output = {
    version: "1",
    root: result.root.split(sep).join("/"),
    findings,
    summary: {
      files: result.files.length,
      lines: result.files.reduce((sum, { lines }) => sum + lines, 0),
      findings: findings.length,
      suppressed: result.files.reduce((sum, { suppressed }) => sum + suppressed, 0),
      baselined: 0,
      milliseconds: result.milliseconds,
    },
    errors: [...result.errors, ...errors],
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}

interface Placed {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function placeOf({ start, end }: Placed) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
