import * as z from "zod";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { functionsOf, nameRange } from "../../syntax/functions";
import { complexityOf, gradeOf, grades } from "./complexity";

const options = z.strictObject({
  grade: z
    .enum(grades)
    .default("C")
    .describe("The first grade that is too complex: B from 6, C from 11, D from 21, E from 31."),
});

/** See docs/rules/complex-function.md. */
export const complexFunction = defineRule({
  meta: {
    name: "complex-function",
    summary: "Keep the number of ways through a function small",
    rationale:
      "Each decision doubles what a reader has to keep in mind and what tests have to try. Decisions are counted, and " +
      "graded, as radon does (https://radon.readthedocs.io/en/latest/intro.html#cyclomatic-complexity).",
    area: "style",
    source: "Code style: simple over clever, early returns over deep nesting",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      complex: "{name} has a cyclomatic complexity of {complexity}, grade {grade}.",
    },
  },
  check({ file, options: { grade: limit }, report }) {
    if (isAsideFile(file)) return;
    for (const { node } of functionsOf(file.parsed.module)) {
      const complexity = complexityOf(node);
      const grade = gradeOf(complexity);
      if (grade < limit) continue;
      const data = { name: node.name, complexity: String(complexity), grade };
      report({ message: "complex", data, range: nameRange(node) });
    }
  },
});
