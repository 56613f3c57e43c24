import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { driftRules, specRules } from "../registry";
import { applyFixes, describeReports, lintCase, mapFiles, places } from "../testing/lintCase";
import { readRuleCase } from "../testing/ruleCase";

// As `rules.test.ts`, for the rules about spec documents.
for (const { meta } of [...specRules, ...driftRules]) {
  const folder = join(import.meta.dirname, meta.name, "cases");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const read = (name: string) => readRuleCase(readFileSync(join(folder, name), "utf8"), "spec.md");

  describe(meta.name, () => {
    test("has cases that hit and cases that stay silent", () => {
      const hits = names.map((name) => read(name).expected.length > 0);
      expect(hits.filter((hit) => hit).length).toBeGreaterThanOrEqual(2);
      expect(hits.filter((hit) => !hit).length).toBeGreaterThanOrEqual(2);
    });

    test.each(names)("%s", async (name) => {
      const given = read(name);
      const reports = await lintCase(given, meta.name);
      expect(places(reports)).toEqual(given.expected);
      expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
      if (given.expected.length === 0) return;
      const snapshot = join(folder, name.replace(/\.md$/, ".snap"));
      await expect(describeReports(given, reports)).toMatchFileSnapshot(snapshot);
    });

    test.each(names)("%s with CRLF, astral characters and a half-written section", async (name) => {
      const given = read(name);
      const harder = mapFiles(given, ".md", (text) =>
        `${text}\n## Our notes 🙂 \\[\n\n| half |\n- 🙂 *half\n`.replaceAll("\n", "\r\n"),
      );
      expect(places(await lintCase(harder, meta.name))).toEqual(given.expected);
    });

    test.each(names)("%s: each fix alone and all together mend", async (name) => {
      const given = read(name);
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
          expect(left, texts).toBe(report.findings.length - chosen.length);
        }
      }
    });
  });
}
