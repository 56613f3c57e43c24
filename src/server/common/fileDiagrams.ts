import { diagramOffers } from "../../core/diagrams/code/offers";
import type { DiagramKind } from "../../core/diagrams/diagramKinds";
import { diagramType } from "../../core/diagrams/diagramType";
import type { Diagram } from "../../core/diagrams/findDiagrams";
import { codeDiagramsIn, codeDiagramsOf } from "./codeDiagrams";
import type { CodeDiagrams, DiagramsParams } from "./protocol";
import type { Workspace } from "./workspace";

/** A diagram of code in the form of one of a document: its place is that of the code that it is of. */
export interface FileDiagram extends Omit<Diagram, "columns"> {
  /** The code that its lines stand for; `from` counts lines of `source`. */
  readonly links: readonly { readonly from: number; readonly uri: string; readonly line: number }[];
  /** What it leaves out. */
  readonly notes: readonly string[];
  /** It is of the whole project: its own place says nothing. */
  readonly ofProject?: true;
}

type Made = CodeDiagrams["diagrams"][number];

/** The headings that diagrams of code stand under. */
const headings: Readonly<Record<DiagramKind, string>> = {
  er: "Tables",
  class: "Schemas",
  sequence: "Sequences",
  state: "States",
  modules: "Modules",
  architecture: "Architecture",
};

/**
 * What a Python file yields: its tables, its schemas, a sequence of each route and of each method of a service, the states
 * of its fields. A table is shown among the others; with its neighbours only where `asked` wants that, and then first.
 */
export function fileDiagrams(
  uri: string,
  workspace: Workspace,
  asked: DiagramsParams["asked"],
): readonly FileDiagram[] {
  const project = workspace.projectOf(uri);
  const path = project.pathOf(uri);
  if (path === undefined || !project.pythonPaths.includes(path)) return [];
  const offers = diagramOffers(path, project.code);
  const placeOf = (kind: DiagramKind, of: string | undefined): number =>
    (offers.find((offer) => offer.kind === kind && offer.of === of)?.line ?? 1) - 1;
  // Two that share a name are made together.
  const named = new Map(offers.map((offer) => [`${offer.kind}:${offer.of ?? ""}`, offer]));
  const shown = [...named.values()]
    .filter(({ about }) => about !== "model")
    .map(({ kind, of }): { kind: DiagramKind; of: string | undefined } => ({ kind, of }));
  const wanted = asked && { kind: asked.kind, of: asked.of ?? undefined };
  const isShown = shown.some(({ kind, of }) => kind === wanted?.kind && of === wanted.of);
  const all = wanted && !isShown ? [wanted, ...shown] : shown;
  const seen = new Map<string, number>();
  return all.flatMap(({ kind, of }) => {
    const line = placeOf(kind, of);
    return codeDiagramsOf(workspace, { uri, kind, of }).diagrams.map((made) => {
      const base = `${kind}:${of ?? ""}`;
      const ordinal = (seen.get(base) ?? 0) + 1;
      seen.set(base, ordinal);
      return fileDiagram(ordinal === 1 ? base : `${base}#${ordinal}`, of, line, made);
    });
  });
}

/** The diagrams of a kind that the whole project of a document yields. */
export function wholeDiagrams(
  uri: string,
  kind: DiagramKind,
  workspace: Workspace,
): readonly FileDiagram[] {
  const { diagrams } = codeDiagramsIn(workspace.projectOf(uri), { kind, path: "" });
  const isOne = kind !== "sequence" && kind !== "state";
  return diagrams.map((made, index) => {
    const id = index === 0 ? `whole:${kind}` : `whole:${kind}#${index + 1}`;
    return { ...fileDiagram(id, isOne ? undefined : made.title, 0, made), ofProject: true };
  });
}

function fileDiagram(
  id: string,
  of: string | undefined,
  line: number,
  { kind, text, links, notes }: Made,
): FileDiagram {
  return {
    id,
    source: text,
    headings: of === undefined ? [] : [headings[kind]],
    title: of ?? headings[kind],
    type: diagramType(text),
    line,
    contentLine: line,
    endLine: line,
    links: links.map(({ diagramLine, ...place }) => ({ from: diagramLine, ...place })),
    notes,
  };
}
