import { answersSchema } from "../../src/core/spec/answers/schema";
import { formats } from "../../src/core/spec/formats";
import { renderSpec, writersOf } from "../../src/core/spec/renderSpec";
import { subjectOf } from "../../src/core/spec/subject";
import type { Module } from "../keystroke/module";

/**
 * A generated `service` document of so many lines, with its cursor below the business rules; the same length gives the same
 * text.
 */
export function documentOf(lines: number): Module {
  let text = "";
  for (let operations = 10; text.split("\n").length < lines; operations += 5) {
    text = render(operations);
  }
  const all = text.split("\n");
  const rules = all.findIndex((line) => line.startsWith("### Business Rules"));
  const line = all.findIndex((one, index) => index > rules + 2 && one === "") + 1;
  return {
    text: [...all.slice(0, line), "", "", ...all.slice(line)].join("\n"),
    cursor: { line, character: 0 },
  };
}

function render(operations: number): string {
  const answers = answersSchema.parse({
    entities: Array.from({ length: 6 }, (_, n) => ({
      name: `Part ${n + 1}`,
      fields: [
        "title:str(200)",
        "price:decimal(12,2)",
        "status:enum(open,paid,closed)=open",
        "version:int=0",
      ],
    })),
    dependencies: ["postgresql", "redis", "queue", { name: "Stripe", kind: "external-api" }],
    operations: [
      "create",
      "read",
      "list",
      "update",
      "delete",
      ...Array.from({ length: operations }, (_, n) => ({ name: `step ${n + 1}`, output: "Part1" })),
    ],
    rules: Array.from({ length: 20 }, (_, n) => `Rule ${n + 1} holds`),
    sensitive: ["card_number"],
  });
  const subject = subjectOf({ name: "PartService", purpose: "keep parts" }, answers);
  return renderSpec(subject, formats.service, writersOf("service"), "2026-01-15");
}

/** What is typed: text, a table, Python and a diagram, each unfinished at nearly every key. */
export const typed = `As BR-001 says, Stripe raises StripeUnavailableError and \`open\` is the first state.

| ID | Rule | Implementation | Validation Point |
| -- | ---- | -------------- | ---------------- |
| BR-090 | Totals are in cents | Integers | Service |

\`\`\`python
async def pay(part_id: UUID) -> Part1:
    """Pay a part.

    Raises:
        PartNotFoundError: if there is none
    """
\`\`\`

\`\`\`mermaid
sequenceDiagram
    participant service as PartService
    service->>service: status = 'paid'
\`\`\`
`;
