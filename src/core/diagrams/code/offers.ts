import type { CodePlace } from "../../behaviour/place";
import { placed } from "../../behaviour/place";
import { placeOf } from "../../behaviour/requestFlow";
import { otherRoles } from "../../behaviour/roles";
import { detectedLayers } from "../../detection/layers";
import { backend } from "../../frameworks/backend";
import { firstLine } from "../../frameworks/fastapi/handler";
import type { CodeBase } from "../../project/codeBase";
import type { DiagramKind } from "../diagramKinds";
import { statesIn } from "./codeDiagrams";
import { fullName } from "./tables";

/** A diagram that a file's code yields. */
export interface DiagramOffer extends CodePlace {
  readonly kind: DiagramKind;
  /** What it is of, as `DiagramRequest` takes it; `undefined` for all of the file. */
  readonly of: string | undefined;
  /** What stands there. */
  readonly about: "file" | "route" | "model" | "method" | "field";
}

/**
 * The diagrams that a file yields, those of the whole file first, then in the order of the text.
 * @param isWanted what it is asked for about; the others cost nothing
 */
export function diagramOffers(
  path: string,
  code: CodeBase,
  isWanted: (about: DiagramOffer["about"]) => boolean = () => true,
): readonly DiagramOffer[] {
  const routes = backend.routing(code).endpoints.filter(({ handler }) => handler.path === path);
  const tables = backend.tables(code).tables.filter(({ place }) => place.path === path);
  const schemas = backend.schemas(code).schemas.filter(({ place }) => place.path === path);
  const whole = (kind: DiagramKind): DiagramOffer => {
    return { kind, of: undefined, about: "file", path, line: 1 };
  };
  const found: DiagramOffer[] = [
    ...routes.map(({ method, path: route, handler }): DiagramOffer => {
      // Above its decorators.
      const place = { path, line: firstLine(handler) + 1 };
      return { kind: "sequence", of: `${method} ${route}`, about: "route", ...place };
    }),
    ...tables.map((table): DiagramOffer => {
      return { kind: "er", of: fullName(table), about: "model", ...placed(table.place) };
    }),
    ...(isWanted("method") ? methodsIn(path, code) : []),
    ...(isWanted("field") ? statesIn(code) : []).flatMap(
      ({ enum: name, field, place }): readonly DiagramOffer[] =>
        place.path === path
          ? [{ kind: "state", of: `${name}.${field}`, about: "field", ...place }]
          : [],
    ),
  ];
  return [
    ...(tables.length > 0 ? [whole("er")] : []),
    ...(schemas.length > 0 ? [whole("class")] : []),
    ...found.sort((a, b) => a.line - b.line),
  ];
}

/** The public methods of the services of a file. */
function methodsIn(path: string, code: CodeBase): readonly DiagramOffer[] {
  if (!detectedLayers(code).layerOf(path).includes("service")) return [];
  const taken = otherRoles(code);
  return code
    .run(path)
    .functions.filter(
      ({ owner, name, node }) =>
        owner !== undefined && !taken.has(owner.node) && !name.startsWith("_") && !taken.has(node),
    )
    .map((func) => ({ kind: "sequence", of: func.qualname, about: "method", ...placeOf(func) }));
}
