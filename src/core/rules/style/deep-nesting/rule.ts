import * as z from "zod";
import { range } from "../../../text/range";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { functionsOf } from "../../syntax/functions";
import { guardFix } from "./fix";
import { guardsToBe } from "./guards";

const options = z.strictObject({
  limit: z.int().min(1).default(4).describe("The most blocks within each other in a function."),
});

/** See docs/rules/deep-nesting.md. */
export const deepNesting = defineRule({
  meta: {
    name: "deep-nesting",
    summary: "Return early or go on with the loop instead of nesting blocks",
    rationale:
      "Inside the fifth block a reader has to remember five conditions. Where all that follows depends on a condition, " +
      "leaving when it does not hold says the same with one level less. Blocks that cannot be flattened so are no " +
      "finding; an `elif` is no level of its own.",
    area: "style",
    source: "Code style: simple over clever, early returns over deep nesting",
    severity: "hint",
    on: { modular: "hint" },
    fix: "safe",
    options,
    messages: {
      deep: "Blocks are nested {depth} levels deep; {leave} here where the condition does not hold.",
    },
  },
  check({ file, options: { limit }, report }) {
    if (isAsideFile(file)) return;
    for (const { node } of functionsOf(file.parsed.module)) {
      for (const guard of guardsToBe(node, limit)) {
        const { statement, leave, depth } = guard;
        const { line, character, test } = statement;
        const place = range(line, character, test.endLine, test.endCharacter);
        const fix = guardFix(guard, file);
        report({
          message: "deep",
          data: { depth: String(depth), leave },
          range: place,
          ...(fix && { fix }),
        });
      }
    }
  },
});
