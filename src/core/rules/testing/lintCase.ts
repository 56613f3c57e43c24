import { TextDocument } from "vscode-languageserver-textdocument";
import { fixFindings } from "../../edits/fixAll";
import type { FileReport } from "../../project/fileReport";
import { createTestProject } from "../../testing/testProject";
import type { Finding } from "../finding";
import { allRules, diagramRules } from "../registry";
import type { RuleCase } from "./ruleCase";

/** Runs one rule over a case: under its configuration when it brings one, else by name. */
export async function lintCase(given: RuleCase, rule: string) {
  const asksMermaid = diagramRules.some(({ meta }) => meta.name === rule);
  const { project } = await createTestProject(given.files, asksMermaid);
  const configured = ".backend-spec.yaml" in given.files;
  const others = allRules.map(({ meta }) => meta.name).filter((name) => name !== rule);
  const selection = configured ? { select: [], ignore: others } : { select: [rule], ignore: [] };
  return await Promise.all(project.lintedPaths.map((path) => project.check(path, selection)));
}

export function places(reports: readonly FileReport[]): string[] {
  return reports
    .flatMap(({ path, findings }) =>
      findings.map(({ range, rule }) => `${path}:${range.start.line + 1}:${rule}`),
    )
    .sort();
}

/** The texts of the files that the fixes of a file's findings change, its own first. */
export function applyFixes(
  { files }: RuleCase,
  report: FileReport,
  findings: readonly Finding[],
): Readonly<Record<string, string>> {
  const edits = fixFindings([{ ...report, findings }]).flat();
  const pathOf = (uri: string) =>
    [...report.bases].find(([, base]) => base.uri === uri)?.[0] ?? report.path;
  const fixed = edits.map(({ uri, edits: own }): [string, string] => {
    const document = TextDocument.create(uri, "python", 0, files[pathOf(uri)] ?? "");
    return [pathOf(uri), TextDocument.applyEdits(document, [...own])];
  });
  fixed.sort(([a], [b]) => Number(b === report.path) - Number(a === report.path));
  return Object.fromEntries(fixed);
}

export function describeReports(given: RuleCase, reports: readonly FileReport[]): string {
  return reports
    .filter(({ findings }) => findings.length > 0)
    .map((report) => {
      const lines = report.findings.map((finding) => describeFinding(report, finding));
      const fixable = report.findings.filter(({ fix }) => fix !== undefined);
      const fixed = Object.entries(applyFixes(given, report, fixable)).map(
        ([path, text]) => `\n--- ${path}, fixed\n${text}`,
      );
      return `${lines.join("\n")}\n${fixed.join("")}`;
    })
    .join("\n");
}

function describeFinding({ path, document }: FileReport, finding: Finding): string {
  const { start, end } = finding.range;
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  const related = finding.related.map(
    ({ location, message }) =>
      `\n  ${location.uri.replace(/^file:\/\/\/project-\d+\//, "")}:${location.range.start.line + 1} ${message}`,
  );
  const fix = finding.fix ? `\n  fix (${finding.fix.safety}): ${finding.fix.title}` : "";
  const text = document?.getText(finding.range) ?? "";
  return `${path}:${place} ${finding.severity} ${finding.message}\n  at: ${text}${related.join("")}${fix}`;
}

/** A case with the text of each of its files of a kind changed. */
export function mapFiles(
  given: RuleCase,
  ending: string,
  change: (text: string) => string,
): RuleCase {
  const files = Object.entries(given.files).map(([path, text]) => [
    path,
    path.endsWith(ending) ? change(text) : text,
  ]);
  return { ...given, files: Object.fromEntries(files) };
}
