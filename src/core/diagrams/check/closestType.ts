/** The keywords by which Mermaid 11.17 knows a diagram. */
const types = [
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

/** The keyword that a mistyped one was probably meant to be; undefined where none is near. */
export function closestType(word: string): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const type of types) {
    if (Math.abs(type.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), type.toLowerCase());
    if (distance >= bestDistance) continue;
    best = type;
    bestDistance = distance;
  }
  return best;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
