import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fixFindings } from "../edits/fixAll";
import type { FileReport } from "../project/project";
import { createTestProject } from "../testing/testProject";
import type { Finding } from "./finding";
import { rules } from "./registry";
import { type RuleCase, readRuleCase } from "./testing/ruleCase";

// Every rule's cases: exact places, no finding that is not marked, and fixes that mend. What each finding says, what
// it underlines and what its file looks like after all fixes stands in the `.snap` file beside the case.
for (const { meta } of rules) {
  const folder = join(import.meta.dirname, meta.area, meta.name, "cases");
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));

  describe(meta.name, () => {
    test("has cases that hit and cases that stay silent", () => {
      const cases = names.map((name) => readRuleCase(readFileSync(join(folder, name), "utf8")));
      expect(cases.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(3);
      expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(
        3,
      );
    });

    test.each(names)("%s", async (name) => {
      const given = readRuleCase(readFileSync(join(folder, name), "utf8"));
      const reports = await lint(given, meta.name);
      expect(places(reports)).toEqual(given.expected);
      expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
      if (given.expected.length === 0) return;
      const snapshot = join(folder, name.replace(/\.py$/, ".snap"));
      await expect(describeReports(given, reports)).toMatchFileSnapshot(snapshot);
    });

    test.each(names)(
      "%s with CRLF, astral characters and a syntax error elsewhere",
      async (name) => {
        const given = readRuleCase(readFileSync(join(folder, name), "utf8"));
        const harder = mapPython(given, (text) =>
          `${text}\n\ndef half_typed(\n\n\nNOTE = "🙂 half"\n`.replaceAll("\n", "\r\n"),
        );
        expect(places(await lint(harder, meta.name))).toEqual(given.expected);
      },
    );

    test.each(names)("%s: each fix alone and all together mend", async (name) => {
      const given = readRuleCase(readFileSync(join(folder, name), "utf8"));
      for (const report of await lint(given, meta.name)) {
        const fixable = report.findings.filter(({ fix }) => fix !== undefined);
        for (const chosen of [...fixable.map((finding) => [finding]), fixable]) {
          if (chosen.length === 0) continue;
          const fixed = applyFixes(given, report, chosen);
          const after = await lint({ ...given, files: { ...given.files, ...fixed } }, meta.name);
          const left = after.find(({ path }) => path === report.path)?.findings.length;
          const texts = Object.values(fixed).join("\n");
          expect(left, texts).toBeLessThanOrEqual(report.findings.length - chosen.length);
          for (const { path, syntaxErrors } of after) {
            if (path in fixed) expect(syntaxErrors, fixed[path]).toEqual([]);
          }
        }
      }
    });
  });
}

/** Runs one rule over a case: under its configuration when it brings one, else by name. */
async function lint(given: RuleCase, rule: string) {
  const { project } = await createTestProject(given.files);
  const configured = ".backend-spec.yaml" in given.files;
  const others = rules.map(({ meta }) => meta.name).filter((name) => name !== rule);
  const selection = configured ? { select: [], ignore: others } : { select: [rule], ignore: [] };
  return await Promise.all(
    project.pythonPaths.map(async (path) => ({
      ...(await project.check(path, selection)),
      syntaxErrors: (await project.pythonFile(path))?.parsed.errors,
    })),
  );
}

function places(reports: readonly FileReport[]): string[] {
  return reports
    .flatMap(({ path, findings }) =>
      findings.map(({ range, rule }) => `${path}:${range.start.line + 1}:${rule}`),
    )
    .sort();
}

function mapPython(given: RuleCase, change: (text: string) => string): RuleCase {
  const files = Object.entries(given.files).map(([path, text]) => [
    path,
    path.endsWith(".py") ? change(text) : text,
  ]);
  return { ...given, files: Object.fromEntries(files) };
}

/** The texts of the files that the fixes of a file's findings change, its own first. */
function applyFixes(
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

function describeReports(given: RuleCase, reports: readonly FileReport[]): string {
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
