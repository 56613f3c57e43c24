import { nearestName } from "../../text/nearestName";

/** The keywords by which Mermaid 11.17 knows a diagram. */
export const diagramTypes = [
  "architecture-beta",
  "block",
  "block-beta",
  "C4Component",
  "C4Container",
  "C4Context",
  "C4Deployment",
  "C4Dynamic",
  "classDiagram",
  "classDiagram-v2",
  "erDiagram",
  "flowchart",
  "flowchart-elk",
  "gantt",
  "gitGraph",
  "graph",
  "journey",
  "kanban",
  "mindmap",
  "packet",
  "packet-beta",
  "pie",
  "quadrantChart",
  "radar-beta",
  "requirementDiagram",
  "sankey",
  "sankey-beta",
  "sequenceDiagram",
  "stateDiagram",
  "stateDiagram-v2",
  "timeline",
  "treemap",
  "treemap-beta",
  "xychart",
  "xychart-beta",
] as const;

/** The keyword that a mistyped one was probably meant to be; `undefined` where none is near. */
export function closestType(word: string): string | undefined {
  // Of a short word too much would have to be another letter.
  return word.length < 4 ? undefined : nearestName(word, diagramTypes);
}
