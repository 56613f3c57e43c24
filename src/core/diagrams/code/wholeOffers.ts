import { backend } from "../../frameworks/backend";
import type { CodeBase } from "../../project/codeBase";
import { type DiagramKind, diagramKinds } from "../diagramKinds";
import { statesIn } from "./codeDiagrams";
import { unitsOf } from "./units";

/** A kind of diagram that a whole code base yields. */
export interface WholeOffer {
  readonly kind: DiagramKind;
  /** How many things of the code it shows: tables, schemas, routes, fields with states, parts, parts with endpoints. */
  readonly count: number;
}

/** The kinds of diagrams that a code base yields as a whole, in their order; none of what it does not have. */
export function wholeOffers(code: CodeBase): readonly WholeOffer[] {
  const { endpoints } = backend.routing(code);
  const units = unitsOf(code);
  const counts: Readonly<Record<DiagramKind, number>> = {
    er: backend.tables(code).tables.length,
    class: backend.schemas(code).schemas.length,
    sequence: endpoints.length,
    state: statesIn(code).length,
    modules: new Set(units.values()).size,
    architecture: new Set(endpoints.flatMap(({ handler }) => units.get(handler.path) ?? [])).size,
  };
  return diagramKinds
    .map((kind) => ({ kind, count: counts[kind] }))
    .filter(({ count }) => count > 0);
}
