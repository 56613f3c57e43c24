import { mermaidLabel } from "./label";

export type NodeShape = "box" | "database" | "queue";

export interface FlowchartNode {
  /** ASCII letters, digits and underscores. */
  readonly id: string;
  readonly label: string;
  readonly shape?: NodeShape;
}

export interface FlowchartEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/** A flowchart as data. */
export interface Flowchart {
  readonly direction: "LR" | "TB";
  readonly nodes: readonly FlowchartNode[];
  readonly edges: readonly FlowchartEdge[];
  /** Comments at its end, each one line. */
  readonly comments?: readonly string[];
}

const shapes: Readonly<Record<NodeShape, readonly [string, string]>> = {
  box: ["[", "]"],
  database: ["[(", ")]"],
  queue: ["[[", "]]"],
};

/** A flowchart as Mermaid text. */
export function renderFlowchart(chart: Flowchart): string {
  const nodes = chart.nodes.map(({ id, label, shape = "box" }) => {
    const [open, close] = shapes[shape];
    return `${id}${open}"${mermaidLabel(label)}"${close}`;
  });
  const edges = chart.edges.map(({ from, to, label }) => {
    const arrow = label === undefined ? "-->" : `-->|"${mermaidLabel(label)}"|`;
    return `${from} ${arrow} ${to}`;
  });
  const comments = (chart.comments ?? []).map((comment) => `%% ${comment}`);
  const lines = [...nodes, ...edges, ...comments].map((line) => `    ${line}`);
  return [`flowchart ${chart.direction}`, ...lines].join("\n");
}
