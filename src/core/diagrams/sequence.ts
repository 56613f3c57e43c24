import type { DiagramText } from "./diagramText";
import { mermaidLabel } from "./label";

export interface Participant {
  /** ASCII letters, digits and underscores. */
  readonly id: string;
  readonly label: string;
  /** What it stands for. */
  readonly place?: DiagramText["place"];
}

/** One part of a sequence: a message, an answer (dashed), a note, a comment of one line, or steps under a condition. */
export type SequenceStep =
  | {
      readonly kind: "call" | "answer";
      readonly from: string;
      readonly to: string;
      readonly text: string;
      readonly place?: DiagramText["place"];
    }
  | {
      readonly kind: "note";
      readonly over: string;
      readonly text: string;
      readonly place?: DiagramText["place"];
    }
  | { readonly kind: "comment"; readonly text: string }
  | SequenceBlock;

/** Steps that are taken once, often or never; only `alt` has more than one branch. */
export interface SequenceBlock {
  readonly kind: "alt" | "opt" | "loop";
  readonly branches: readonly {
    readonly label: string;
    readonly steps: readonly SequenceStep[];
    readonly place?: DiagramText["place"];
  }[];
}

/** A sequence diagram as data. */
export interface Sequence {
  readonly participants: readonly Participant[];
  readonly steps: readonly SequenceStep[];
}

/** A sequence diagram as Mermaid text. */
export function renderSequence(sequence: Sequence): string {
  return sequenceLines(sequence)
    .map(({ text }) => text)
    .join("\n");
}

/** The lines of a sequence diagram, with what each stands for. */
export function sequenceLines({ participants, steps }: Sequence): readonly DiagramText[] {
  const indent = "    ";
  return [
    { text: "sequenceDiagram" },
    ...participants.map(({ id, label, place }) => ({
      text: `${indent}participant ${id}${id === label ? "" : ` as ${mermaidLabel(label)}`}`,
      place,
    })),
    ...steps.flatMap((step) => stepLines(step, indent)),
  ];
}

function stepLines(step: SequenceStep, indent: string): readonly DiagramText[] {
  switch (step.kind) {
    case "comment":
      return [{ text: `${indent}%% ${step.text}` }];
    case "note": {
      const { over, text, place } = step;
      return [{ text: `${indent}Note over ${over}: ${mermaidLabel(text)}`, place }];
    }
    case "call":
    case "answer": {
      const arrow = step.kind === "call" ? "->>" : "-->>";
      const text = `${indent}${step.from}${arrow}${step.to}: ${mermaidLabel(step.text)}`;
      return [{ text, place: step.place }];
    }
    default:
      return [
        ...step.branches.flatMap(({ label, steps, place }, index) => [
          { text: `${indent}${index === 0 ? step.kind : "else"} ${mermaidLabel(label)}`, place },
          ...steps.flatMap((inner) => stepLines(inner, `${indent}    `)),
        ]),
        { text: `${indent}end` },
      ];
  }
}
