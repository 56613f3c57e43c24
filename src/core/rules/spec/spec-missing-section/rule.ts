import * as z from "zod";
import type { SpecDocument } from "../../../spec/document/specDocument";
import {
  absentSections,
  isRequired,
  sectionInsertion,
  shownHeading,
} from "../../../spec/help/missingSection";
import type { Range } from "../../../text/range";
import { defineSpecRule } from "../specRule";

export const specMissingSection = defineSpecRule({
  meta: {
    name: "spec-missing-section",
    summary: "Keep every section that the format asks for",
    rationale:
      "What a specification does not speak of is decided by whoever writes the code. An empty section that says so is " +
      "better than none: it is counted among what is still open.",
    area: "spec",
    source: "the formats of specifications: observability, security and deployment always included",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: { missing: "The section “{section}” is missing: {about}." },
  },
  check({ spec, report }) {
    for (const absent of absentSections(spec)) {
      const { section, parent } = absent;
      if (!isRequired(section)) continue;
      const edits = { replacements: [], insertions: [sectionInsertion(absent, spec)] };
      report({
        message: "missing",
        data: { section: shownHeading(section), about: section.about },
        range: parent?.section.heading.textRange ?? top(spec),
        fix: { title: `Add the section “${section.heading}”`, edits },
      });
    }
  },
});

function top({ title, markdown }: SpecDocument): Range {
  const start = { line: 0, character: 0 };
  return title?.heading.textRange ?? markdown.frontMatter?.range ?? { start, end: start };
}
