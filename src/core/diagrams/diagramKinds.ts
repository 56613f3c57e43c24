/** The kinds of diagrams that are made of code, in the order in which they are offered. */
export const diagramKinds = [
  "er",
  "class",
  "sequence",
  "state",
  "modules",
  "architecture",
] as const;
export type DiagramKind = (typeof diagramKinds)[number];
