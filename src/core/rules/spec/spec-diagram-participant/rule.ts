import * as z from "zod";
import { readFlowchart } from "../../../diagrams/read/flowchart";
import { plain } from "../../../spec/document/cells";
import type { SpecDocument } from "../../../spec/document/specDocument";
import { diagramsIn, placeIn, sequencesIn } from "../../../spec/document/vocabulary";
import type { Range } from "../../../text/range";
import { defineSpecRule } from "../specRule";

/** Words that say what somebody is, whatever it is called. */
const roles =
  /\b(?:client|user|actor|admin|browser|frontend|web|mobile|app|caller|consumer|producer|gateway|proxy|balancer|api|router|route|endpoint|controller|service|repository|dao|crud|manager|handler|worker|task|scheduler|circuit|breaker|metrics?|prometheus|logs?|logger|tracing|database|db|cache|queue|broker|bus|topic|storage|bucket|external)\b/i;

/** A module of the code, such as `infrastructure.webhooks`. */
const codeModule = /^[a-z_]\w*(?:\.[a-z_]\w*)+$/;

export const specDiagramParticipant = defineSpecRule({
  meta: {
    name: "spec-diagram-participant",
    summary: "Show in diagrams only what the spec knows",
    rationale:
      "A node that is no dependency and none of the usual callers is either a dependency that the table lacks, with its " +
      "timeout and fallback, or a name that has changed since.",
    area: "spec",
    source: "the formats of specifications: Architecture Context and Sequence Diagrams",
    severity: "hint",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      unknown:
        "{name} is no dependency of the table, and no client, router, service, repository or worker.",
    },
  },
  check({ spec, report }) {
    const known = dependencies(spec);
    if (known === undefined) return;
    const service = plain(spec.name ?? "");
    for (const { label, range } of shown(spec)) {
      const name = plain(label);
      const isService = service !== "" && (name.includes(service) || service.includes(name));
      // What is written with no letter (`…`) names nothing.
      if (name === "" || isService || roles.test(words(label)) || codeModule.test(label)) continue;
      if (known.some((one) => name.includes(one) || one.includes(name))) continue;
      report({ message: "unknown", data: { name: label }, range });
    }
  },
});

/** `compute_score` and `ScoreWorker` as words. */
function words(label: string): string {
  return label.replace(/(\p{Ll}|\p{Lu}(?=\p{Lu}\p{Ll}))(\p{Lu})/gu, "$1 $2").replace(/[_-]/g, " ");
}

/** The dependencies by name without what stands in brackets; `undefined` where there is no table that could lack one. */
function dependencies(spec: SpecDocument): string[] | undefined {
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Dependency"));
  if (table === undefined || table.rows.length === 0) return undefined;
  return table.rows
    .flatMap((row) => [row.text("Dependency").replace(/\([^)]*\)/g, ""), row.text("Dependency")])
    .map(plain)
    .filter(Boolean);
}

/** Nodes and participants with what they are shown as. */
function shown(spec: SpecDocument): { readonly label: string; readonly range: Range }[] {
  const nodes = diagramsIn(spec, /^(?:flowchart|graph)$/)
    .filter(({ id }) => id === "architecture")
    .flatMap(({ fence }) =>
      readFlowchart(fence.content).nodes.map(({ label, range }) => ({
        label,
        range: placeIn(fence, range),
      })),
    );
  const participants = sequencesIn(spec).flatMap(({ fence, sequence }) =>
    sequence.participants.map(({ label, range }) => ({ label, range: placeIn(fence, range) })),
  );
  return [...nodes, ...participants];
}
