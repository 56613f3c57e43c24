import * as z from "zod";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { functionsOf, nameRange } from "../../syntax/functions";
import { codeLines } from "./codeLines";

const options = z.strictObject({
  limit: z.int().min(1).default(30).describe("The most lines of code in a function's body."),
});

/** See docs/rules/long-function.md. */
export const longFunction = defineRule({
  meta: {
    name: "long-function",
    summary: "Keep functions short enough to be read at one glance",
    rationale:
      "A long function does several things, of which none has a name, and a test can only reach them all at once. " +
      "Lines of code in the body count: not the docstring, comments, blank lines, the signature, nor functions within.",
    area: "style",
    source: "Code style: early returns over deep nesting, at most about 30 lines a function",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: { long: "{name} has {lines} lines of code; the limit is {limit}." },
  },
  check({ file, options: { limit }, report }) {
    if (isAsideFile(file)) return;
    for (const { node } of functionsOf(file.parsed.module)) {
      // What has no more lines at all needs no counting.
      if (node.endLine - node.line < limit) continue;
      const lines = codeLines(node, file);
      if (lines <= limit) continue;
      const data = { name: node.name, lines: String(lines), limit: String(limit) };
      report({ message: "long", data, range: nameRange(node) });
    }
  },
});
