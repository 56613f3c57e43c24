import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagramRules } from "../registry";
import { applyFixes, describeReports, lintCase, mapFiles, places } from "../testing/lintCase";
import { readRuleCase } from "../testing/ruleCase";

// As `specRules.test.ts`, for the rules that ask Mermaid.
for (const { meta } of diagramRules) {
  const folder = join(import.meta.dirname, meta.name, "cases");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const read = (name: string) =>
    readRuleCase(readFileSync(join(folder, name), "utf8"), "readme.md");

  describe(meta.name, () => {
    test.each(names)("%s", async (name) => {
      const given = read(name);
      const reports = await lintCase(given, meta.name);
      expect(places(reports)).toEqual(given.expected);
      expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
      if (given.expected.length === 0) return;
      const snapshot = join(folder, name.replace(/\.md$/, ".snap"));
      await expect(describeReports(given, reports)).toMatchFileSnapshot(snapshot);
    });

    test.each(names)("%s with CRLF and astral characters before it", async (name) => {
      const given = read(name);
      const harder = mapFiles(given, ".md", (text) =>
        `${text}\n## Our notes 🙂 \\[\n\n| half |\n`.replaceAll("\n", "\r\n"),
      );
      expect(places(await lintCase(harder, meta.name))).toEqual(given.expected);
    });

    test.each(names)("%s: all fixes together mend", async (name) => {
      const given = read(name);
      for (const report of await lintCase(given, meta.name)) {
        const fixable = report.findings.filter(({ fix }) => fix !== undefined);
        if (fixable.length === 0) continue;
        const fixed = applyFixes(given, report, fixable);
        const after = await lintCase({ ...given, files: { ...given.files, ...fixed } }, meta.name);
        const left = after.find(({ path }) => path === report.path)?.findings ?? [];
        // What comes after a mended line is another mistake.
        const lines = new Set(left.map(({ range }) => range.start.line));
        for (const { range } of fixable) expect(lines).not.toContain(range.start.line);
      }
    });
  });
}
