import * as z from "zod";
import { defineDiagramRule } from "../diagramRule";

export const diagramSyntax = defineDiagramRule({
  meta: {
    name: "diagram-syntax",
    summary: "Write diagrams that Mermaid can draw",
    rationale:
      "A diagram with a mistake is no picture but an error message, and nobody sees it before the page is opened. Mermaid's " +
      "own parser reads every Mermaid fence of a Markdown file, and every `.mmd` file, whether it is a spec or not. A fix is " +
      "offered where Mermaid takes the diagram, or reads on past that line, with it.",
    area: "spec",
    source: "the formats of specifications: flows, states and architecture are Mermaid diagrams",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: { syntax: "{message}" },
  },
  check({ problems }, report) {
    for (const { range, message, fix } of problems ?? []) {
      report({
        message: "syntax",
        data: { message },
        range,
        ...(fix && {
          fix: { title: fix.title, edits: { replacements: fix.edits, insertions: [] } },
        }),
      });
    }
  },
});
