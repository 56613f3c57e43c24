import { callsIn } from "../behaviour/requestFlow";
import { type ReadEdge, type ReadNode, readFlowchart } from "../diagrams/read/flowchart";
import type { FixEdits } from "../edits/fixEdits";
import type { Fence } from "../markdown/document";
import { plain } from "../spec/document/cells";
import { joinedEdits, linesBelow, replaced, withoutLines } from "../spec/document/fixEdits";
import { diagramsIn, placeIn } from "../spec/document/vocabulary";
import type { CodePlace, DependencyFact } from "../spec/fromCode/facts";
import { type Range, range } from "../text/range";
import { dependencyRows, isDependencyOf, isUnreachable } from "./dependencies";
import { kindOf } from "./dependencyKinds";
import type { Difference } from "./difference";
import { homeOf, only, type Sides } from "./sides";

/** Compares the flowchart of a spec's surroundings with what the code needs and calls. */
export function compareArchitecture(sides: Sides): readonly Difference[] {
  const drawn = diagramsIn(sides.spec, /^(?:flowchart|graph)$/).filter(
    ({ id }) => id === "architecture",
  );
  const one = only(drawn);
  if (one === undefined) return [];
  const chart = new Chart(one.fence, sides);
  return [...chart.extraNodes(), ...chart.missingNodes(), ...chart.missingEdges()];
}

class Chart {
  private readonly nodes: readonly ReadNode[];
  private readonly edges: readonly ReadEdge[];
  /** The dependencies that the spec's table lists: what differs there is told there. */
  private readonly listed: ReturnType<typeof dependencyRows>;

  constructor(
    private readonly fence: Fence,
    private readonly sides: Sides,
  ) {
    const { nodes, edges } = readFlowchart(fence.content);
    this.nodes = nodes;
    this.edges = edges;
    this.listed = dependencyRows(sides.spec);
  }

  /** Parts that nothing in the code leads to. */
  extraNodes(): readonly Difference[] {
    const { facts } = this.sides;
    return this.nodes.flatMap((node): readonly Difference[] => {
      const kind = kindOf(node.label, "");
      if (kind === undefined || kind === "outside" || kind === "mail" || this.isOwn(node))
        return [];
      const row = { name: node.label, kind };
      if (facts.dependencies.some((one) => isDependencyOf(row, one))) return [];
      if (this.listed.some(({ name }) => isLike(name, node.label))) return [];
      if (this.isPlanned(node) || !isUnreachable(row, this.sides)) return [];
      return [
        {
          kind: "diagram",
          sides: "only spec",
          about: `the part ${node.label} of the diagram`,
          range: placeIn(this.fence, node.range),
          place: homeOf(this.sides),
          edits: this.without(node),
        },
      ];
    });
  }

  /** What the code needs and the picture leaves out, where it shows others of them. */
  missingNodes(): readonly Difference[] {
    const { facts } = this.sides;
    const shown = (one: DependencyFact): boolean =>
      this.nodes.some(({ label }) => isDependencyOf({ name: label, kind: kindOf(label, "") }, one));
    if (!facts.dependencies.some(shown)) return [];
    return (
      facts.dependencies
        .filter((one) => !shown(one))
        // What the table lacks, too, is told there first.
        .filter(
          (one) => this.listed.length === 0 || this.listed.some((row) => isDependencyOf(row, one)),
        )
        .map((one): Difference => {
          return {
            kind: "diagram",
            sides: "only code",
            about: `the part ${one.name}`,
            range: this.head(),
            place: one.uses[0] ?? homeOf(this.sides),
            edits: this.withNode(one),
          };
        })
    );
  }

  /** Calls between classes that are both shown, of which there is no arrow. */
  missingEdges(): readonly Difference[] {
    const { facts } = this.sides;
    const nodeOf = (name: string): ReadNode | undefined =>
      only(this.nodes.filter(({ label }) => label === name));
    const found = new Map<string, Difference>();
    for (const { from, to, path, line } of facts.endpoints.flatMap((one) =>
      callsIn(one.flow.steps),
    )) {
      const [a, b] = [nodeOf(from), nodeOf(to)];
      if (!isClass(from) || !isClass(to) || a === undefined || b === undefined || a === b) continue;
      const isShown = this.edges.some(
        (edge) =>
          (edge.from === a.id && edge.to === b.id) || (edge.from === b.id && edge.to === a.id),
      );
      if (isShown) continue;
      const place: CodePlace = { path, line };
      found.set(`${from} ${to}`, {
        kind: "diagram",
        sides: "only code",
        about: `the arrow from ${from} to ${to}`,
        range: placeIn(this.fence, b.range),
        place,
        edits: this.below(`${a.id} --> ${b.id}`),
      });
    }
    return [...found.values()];
  }

  private isOwn({ label }: ReadNode): boolean {
    const { spec, facts } = this.sides;
    const name = plain(label);
    return (
      name === plain(spec.name ?? "") || facts.services.some((one) => plain(one.name) === name)
    );
  }

  private isPlanned({ range: { start } }: ReadNode): boolean {
    const { line } = placeIn(this.fence, { start, end: start }).start;
    return /%%\s*planned\b/.test(this.sides.spec.markdown.lines.line(line));
  }

  /** Takes away a node with its arrows; what else stands in its lines stays as far as it says something. */
  private without(node: ReadNode): FixEdits | undefined {
    const { spec } = this.sides;
    const content = this.fence.content.split("\n");
    const edits: FixEdits[] = [];
    for (const [index, text] of content.entries()) {
      const { nodes, edges } = readFlowchart(`flowchart\n${text}`);
      if (!nodes.some(({ id }) => id === node.id)) continue;
      const [other, another] = nodes.filter(({ id }) => id !== node.id);
      // A chain, or arrows of several, would have to be put together anew.
      if (another !== undefined || edges.length > 1) return undefined;
      const line = this.fence.contentLine + index;
      const isDefined =
        other === undefined ||
        (other.label === other.id &&
          content.some((one, at) => at !== index && hasNode(one, other.id, node.id)));
      const source = other === undefined ? undefined : sourceOf(text, other);
      if (isDefined || source === undefined) edits.push(withoutLines(line, line, spec));
      else {
        const shown = spec.markdown.lines.line(line);
        const start = shown.length - shown.trimStart().length;
        edits.push(replaced(range(line, start, line, shown.length), source));
      }
    }
    return edits.length === 0 ? undefined : joinedEdits(edits);
  }

  private withNode({ name, shape, by }: DependencyFact): FixEdits {
    const { spec, facts } = this.sides;
    const taken = new Set(this.nodes.map(({ id }) => id));
    let id = name.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d|end$|_)/i, "n_");
    while (taken.has(id)) id += "_";
    const drawn = shape === "database" ? `${id}[("${name}")]` : `${id}["${name}"]`;
    const names = [...by, ...facts.services.map((one) => one.name), spec.name ?? ""];
    const from = names.flatMap((one) => this.nodes.filter(({ label }) => label === one))[0];
    return this.below(from === undefined ? drawn : `${from.id} --> ${drawn}`);
  }

  private below(text: string): FixEdits {
    const { spec } = this.sides;
    const content = this.fence.content.split("\n");
    const found = content.findLastIndex((one) => /[-=.]{2,}[>xo]?/.test(one) && one.trim() !== "");
    const last = found < 0 ? content.length - 1 : found;
    const [indent = ""] = /^\s*/.exec(content[last] ?? "") ?? [];
    const line = this.fence.contentLine + last;
    const lead = " ".repeat(this.fence.columns[last] ?? 0);
    return linesBelow(line, `${lead}${found < 0 ? "    " : indent}${text}`, spec);
  }

  private head(): Range {
    const { lines } = this.sides.spec.markdown;
    const line = this.fence.contentLine;
    const text = lines.line(line);
    return range(line, text.length - text.trimStart().length, line, text.length);
  }
}

function isLike(name: string, label: string): boolean {
  const [a, b] = [plain(name), plain(label)];
  return a.includes(b) || b.includes(a);
}

function isClass(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}_]*$/u.test(name);
}

function hasNode(text: string, id: string, without: string): boolean {
  const { nodes } = readFlowchart(`flowchart\n${text}`);
  return nodes.some((one) => one.id === id) && !nodes.some((one) => one.id === without);
}

/** A node as a line has it, with its shape and label. */
function sourceOf(text: string, { id }: ReadNode): string | undefined {
  const at = new RegExp(`(?<![\\w])${id}(?:[[({>][^-]*?[\\])}])?(?![\\w])`).exec(text);
  return at?.[0].trim();
}
