import { diagramTypes } from "../../src/core/diagrams/check/closestType";
import { editDistance } from "../../src/core/text/nearestName";

/** The keyword that a mistyped one was probably meant to be; undefined where none is near. */
export function closestType(word: string): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const type of diagramTypes) {
    const distance = editDistance(word.toLowerCase(), type.toLowerCase());
    if (distance >= bestDistance) continue;
    best = type;
    bestDistance = distance;
  }
  return best;
}
