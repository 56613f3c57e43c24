import * as z from "zod";
import { defineDiagramRule } from "../diagramRule";

export const staleDiagram = defineDiagramRule({
  meta: {
    name: "stale-diagram",
    summary: "Keep diagrams of code as the code is",
    rationale:
      "What stands between `<!-- backend-spec: diagram er app/models.py -->` and `<!-- /backend-spec: diagram -->` is made from " +
      "code: `backend-spec diagram --write` and the light bulb bring it up to date, and `diagram --check` tells a build.",
    area: "spec",
    source: "diagrams: regions of a Markdown file that are kept up to date from code",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: { stale: "{message}" },
  },
  check({ regions }, report) {
    for (const { range, message, edit } of regions ?? []) {
      report({
        message: "stale",
        data: { message },
        range,
        ...(edit && {
          fix: { title: "Update from code", edits: { replacements: [edit], insertions: [] } },
        }),
      });
    }
  },
});
