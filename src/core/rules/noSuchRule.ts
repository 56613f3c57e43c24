import { nearestName } from "../text/nearestName";

/** What is said of a rule's name that is none: with the one that may be meant. */
export function noSuchRule(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  return `There is no rule "${name}".${hint}`;
}
