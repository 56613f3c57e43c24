import type { CodePlace } from "../../behaviour/place";
import type { DiagramKind } from "../diagramKinds";
import type { DiagramText } from "../diagramText";

/** What a line of a diagram stands for. */
export interface DiagramLink extends CodePlace {
  /** Zero-based, in the diagram's text. */
  readonly diagramLine: number;
}

/** A diagram of code as Mermaid text, with the places that its lines stand for. */
export interface CodeDiagram {
  readonly kind: DiagramKind;
  /** What it is of: `GET /users`, `users`, `Order.status`; the path where it is of all there. */
  readonly title: string;
  /** Lines joined by `\n`, without a line break at the end. */
  readonly text: string;
  readonly links: readonly DiagramLink[];
  /** What it leaves out, each as a sentence for the user. */
  readonly notes: readonly string[];
}

/** The lines of a diagram, and what it leaves out. */
export interface DrawnCode {
  readonly lines: readonly DiagramText[];
  /** Each a sentence for the user. */
  readonly notes: readonly string[];
}

/** Puts the lines of a diagram together. */
export function codeDiagram(
  kind: DiagramKind,
  title: string,
  lines: readonly DiagramText[],
  notes: readonly string[] = [],
): CodeDiagram {
  return {
    kind,
    title,
    text: lines.map(({ text }) => text).join("\n"),
    links: lines.flatMap(({ place }, diagramLine) =>
      place === undefined ? [] : [{ path: place.path, line: place.line, diagramLine }],
    ),
    notes,
  };
}
