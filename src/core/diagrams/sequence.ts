import { mermaidLabel } from "./label";

export interface Participant {
  /** ASCII letters, digits and underscores. */
  readonly id: string;
  readonly label: string;
}

/** One line of a sequence: a message, an answer (dashed), or a comment of one line. */
export type SequenceStep =
  | {
      readonly kind: "call" | "answer";
      readonly from: string;
      readonly to: string;
      readonly text: string;
    }
  | { readonly kind: "comment"; readonly text: string };

/** A sequence diagram as data. */
export interface Sequence {
  readonly participants: readonly Participant[];
  readonly steps: readonly SequenceStep[];
}

/** A sequence diagram as Mermaid text. */
export function renderSequence({ participants, steps }: Sequence): string {
  const heads = participants.map(({ id, label }) => `participant ${id} as ${mermaidLabel(label)}`);
  const lines = steps.map((step) => {
    if (step.kind === "comment") return `%% ${step.text}`;
    const arrow = step.kind === "call" ? "->>" : "-->>";
    return `${step.from}${arrow}${step.to}: ${mermaidLabel(step.text)}`;
  });
  return ["sequenceDiagram", ...[...heads, ...lines].map((line) => `    ${line}`)].join("\n");
}
