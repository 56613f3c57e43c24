import type { Diagram } from "../messages";
import type { Section } from "./model";

let lastKey = 0;

/**
 * Finds for each diagram of the new document the section it had, so that its picture and its place on the page stay.
 * The surest sign goes first: the same source, the same id, the same headings and type; what is then left is matched in
 * order between neighbours that are already certain, so that a diagram whose text and heading change at once is found too.
 */
export function matchSections(
  old: readonly Section[],
  diagrams: readonly Diagram[],
): readonly Section[] {
  const found = new Array<Section | undefined>(diagrams.length);
  const free = new Set(old);
  const match = (sign: (diagram: Diagram) => string) => {
    const bySign = new Map<string, Section[]>();
    for (const section of free) {
      const key = sign(section.diagram);
      bySign.set(key, [...(bySign.get(key) ?? []), section]);
    }
    diagrams.forEach((diagram, index) => {
      if (found[index]) return;
      const section = bySign.get(sign(diagram))?.shift();
      if (!section) return;
      found[index] = section;
      free.delete(section);
    });
  };
  match((diagram) => JSON.stringify([diagram.id, diagram.source]));
  match((diagram) => diagram.source);
  match((diagram) => diagram.id);
  match((diagram) => JSON.stringify([diagram.headings, diagram.type]));
  matchNeighbours(old, diagrams, found, free);
  return diagrams.map((diagram, index) => {
    const section = found[index];
    if (!section) return { key: `diagram-${++lastKey}`, diagram };
    // One that stays what it is is left alone by all that shows it.
    return isSame(section.diagram, diagram) ? section : { ...section, diagram };
  });
}

/** Both come from the server, whose fields have an order. */
function isSame(one: Diagram, other: Diagram): boolean {
  return one.source === other.source && JSON.stringify(one) === JSON.stringify(other);
}

/**
 * A new diagram right after the one that a free old section followed takes over that section. Those of all code are known by
 * their ids alone: one that is asked for is not another one that was edited.
 */
function matchNeighbours(
  old: readonly Section[],
  diagrams: readonly Diagram[],
  found: (Section | undefined)[],
  free: Set<Section>,
): void {
  for (let index = 0; index < found.length; index++) {
    if (found[index] || diagrams[index]?.ofProject) continue;
    const before = found[index - 1];
    if (index > 0 && !before) continue;
    const candidate = old[before ? old.indexOf(before) + 1 : 0];
    if (!candidate || !free.has(candidate) || candidate.diagram.ofProject) continue;
    found[index] = candidate;
    free.delete(candidate);
  }
}
