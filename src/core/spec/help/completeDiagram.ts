import { diagramType } from "../../diagrams/diagramType";
import { mermaidLabel } from "../../diagrams/label";
import { readFlowchart } from "../../diagrams/read/flowchart";
import { readSequence } from "../../diagrams/read/sequence";
import { readStateDiagram } from "../../diagrams/read/state";
import type { Fence } from "../../markdown/document";
import type { Position } from "../../text/range";
import { plain } from "../document/cells";
import type { SpecDocument } from "../document/specDocument";
import { snakeNameOf } from "../names";
import { type SpecCompletion, wordBefore } from "./completion";
import { stateNames } from "./states";

type Offer = Pick<SpecCompletion, "label" | "detail" | "text">;

const atStart = /^\s*[\p{L}\p{N}_.-]*$/u;
const behindArrow = /(?:-?->>|-?->|-?-x|-?-\))\s*[+-]?\s*[\p{L}\p{N}_.-]*$/u;

/** What can be written in a diagram; `undefined` where its words are free. */
export function completeDiagram(
  spec: SpecDocument,
  fence: Fence,
  position: Position,
  before: string,
): SpecCompletion[] | undefined {
  const type = diagramType(fence.content);
  const offers = /^sequenceDiagram$/.test(type)
    ? inSequence(spec, fence, before)
    : /^stateDiagram/.test(type)
      ? inStates(spec, fence, before)
      : /^(?:flowchart|graph)$/.test(type)
        ? inFlowchart(spec, fence, before)
        : undefined;
  const range = wordBefore(position, before);
  return offers?.map((offer) => ({ ...offer, kind: "reference", range }));
}

function inSequence(spec: SpecDocument, fence: Fence, before: string): Offer[] | undefined {
  const { participants } = readSequence(fence.content);
  if (/^\s*(?:participant|actor)\s+[\p{L}\p{N}_.-]*$/u.test(before)) {
    const shown = new Set(participants.map(({ label }) => plain(label)));
    return known(spec)
      .filter(({ name }) => !shown.has(plain(name)))
      .map(({ id, name, detail }) => ({
        label: name,
        detail,
        text: `${id} as ${mermaidLabel(name)}`,
      }));
  }
  if (!atStart.test(before) && !behindArrow.test(before)) return undefined;
  return participants.map(({ id, label }) => ({ label: id, detail: label, text: id }));
}

function inStates(spec: SpecDocument, fence: Fence, before: string): Offer[] | undefined {
  if (!atStart.test(before) && !behindArrow.test(before)) return undefined;
  const { states } = readStateDiagram(fence.content);
  const drawn = new Set(states.flatMap(({ id, label }) => [plain(id), plain(label)]));
  const absent = [...stateNames(spec)].flatMap(([key, name]): Offer[] =>
    drawn.has(key) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)
      ? []
      : [{ label: name, detail: "not drawn yet", text: name }],
  );
  const there = states.map(({ id, label }) => ({ label: id, detail: label, text: id }));
  return [...absent, ...there, { label: "[*]", detail: "start or end", text: "[*]" }];
}

function inFlowchart(spec: SpecDocument, fence: Fence, before: string): Offer[] | undefined {
  if (!atStart.test(before) && !behindArrow.test(before)) return undefined;
  const { nodes } = readFlowchart(fence.content);
  const drawn = new Set(nodes.map(({ label }) => plain(label)));
  const absent = known(spec)
    .filter(({ name }) => !drawn.has(plain(name)))
    .map(({ id, name, detail }) => ({
      label: name,
      detail,
      text: `${id}["${mermaidLabel(name)}"]`,
    }));
  return [...absent, ...nodes.map(({ id, label }) => ({ label: id, detail: label, text: id }))];
}

/** The service and its dependencies, with ids as generated diagrams have them. */
function known(spec: SpecDocument): { id: string; name: string; detail: string }[] {
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Dependency"));
  const dependencies = (table?.rows ?? []).flatMap((row) => {
    const name = row.text("Dependency");
    const id = `dep_${snakeNameOf(name)}`;
    return name === "" ? [] : [{ id, name, detail: row.text("Type") }];
  });
  const own = spec.name === undefined ? [] : [{ id: "service", name: spec.name, detail: "" }];
  return [...own, ...dependencies];
}
