import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "./finding";
import { rules } from "./registry";
import { applyFixes, describeReports, lintCase, mapFiles, places } from "./testing/lintCase";
import { readRuleCase } from "./testing/ruleCase";

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
      const reports = await lintCase(given, meta.name);
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
        const harder = mapFiles(given, ".py", (text) =>
          `${text}\n\ndef half_typed(\n\n\nNOTE = "🙂 half"\n`.replaceAll("\n", "\r\n"),
        );
        expect(places(await lintCase(harder, meta.name))).toEqual(given.expected);
      },
    );

    test.each(names)("%s: each fix alone and all together mend", async (name) => {
      const given = readRuleCase(readFileSync(join(folder, name), "utf8"));
      for (const report of await lintCase(given, meta.name)) {
        const fixable = report.findings.filter(({ fix }) => fix !== undefined);
        for (const chosen of [...fixable.map((finding) => [finding]), fixable]) {
          if (chosen.length === 0) continue;
          const fixed = applyFixes(given, report, chosen);
          const after = await lintCase(
            { ...given, files: { ...given.files, ...fixed } },
            meta.name,
          );
          const left = after.find(({ path }) => path === report.path)?.findings.length;
          const texts = Object.values(fixed).join("\n");
          const causes = new Set(chosen.map(causeOf));
          const kept = report.findings.filter((finding) => !causes.has(causeOf(finding)));
          expect(left, texts).toBe(kept.length);
          for (const { path, syntaxErrors } of after) {
            if (path in fixed) expect(syntaxErrors, fixed[path]).toEqual([]);
          }
        }
      }
    });
  });
}

/** What a fix mends at once: the finding; of raises that one `except` swallows all, as it lets every one of them pass. */
function causeOf(finding: Finding): Finding | string {
  const [handler] = finding.rule === "http-exception-swallowed" ? finding.related : [];
  return handler === undefined ? finding : JSON.stringify(handler.location);
}
