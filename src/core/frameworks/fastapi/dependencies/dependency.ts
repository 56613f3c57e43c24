import { classOf } from "../../../evaluation/attributes";
import { foreignBase, memberOf } from "../../../evaluation/classes";
import { iterated } from "../../../evaluation/iteration";
import { resultType } from "../../../evaluation/types";
import {
  type CallV,
  externalName,
  type FunctionV,
  type Place,
  textOf,
  type Value,
} from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Marker } from "./markers";
import { analyseParameter, type Parameter } from "./parameters";
import { signatureOf } from "./signature";
import { yieldsIn } from "./yields";

/** Something that FastAPI calls for a request before the endpoint. */
export interface Dependency {
  /** What is called: a function, a class, an object with `__call__`; `unknown` where that is known only at run time. */
  readonly callable: Value;
  /** Its dotted name in the project or in a library. */
  readonly name: string | undefined;
  /** Where the project defines it, or makes the object. */
  readonly place: Place | undefined;
  /** What it gives. */
  readonly type: Value | undefined;
  readonly useCache: boolean;
  /** Whether what comes after its `yield` runs when the request is done. */
  readonly yields: boolean;
  /** The class of `fastapi.security` that it is an object of: `OAuth2PasswordBearer`. */
  readonly securityScheme: string | undefined;
  /** The scopes that `Security(…, scopes=[…])` asks for here. */
  readonly scopes: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly dependencies: readonly Dependency[];
}

/** How deep dependencies are followed. */
const deepest = 20;

/**
 * The dependency that `Depends(…)` or `Security(…)` names, with all that it depends on (`get_dependant`,
 * https://github.com/fastapi/fastapi/blob/master/fastapi/dependencies/utils.py).
 * @param type the annotation of the parameter, which `Depends()` calls
 */
export function dependencyOf(
  marker: Marker,
  type: Value | undefined,
  pathNames: ReadonlySet<string>,
  code: CodeBase,
  above: readonly Value[] = [],
): Dependency {
  const { keywords, args } = marker.call;
  const given = args[0] ?? keywords.get("dependency");
  const isNone = given?.kind === "constant" && given.value === null;
  const callable = (isNone ? undefined : given) ?? type ?? { kind: "unknown", why: "Depends()" };
  const cache = keywords.get("use_cache");
  const isCircle = above.includes(callable) || above.length >= deepest;
  const parts = isCircle
    ? { parameters: [], dependencies: [] }
    : partsOf(callable, pathNames, code, [...above, callable]);
  return {
    callable,
    name: nameOf(callable),
    place: placeOf(callable),
    type: typeGiven(callable, code),
    useCache: !(cache?.kind === "constant" && cache.value === false),
    yields: yieldsValue(callable),
    securityScheme: securitySchemeOf(callable),
    scopes: marker.kind === "security" ? scopesOf(marker.call) : [],
    ...parts,
  };
}

/** The parameters and dependencies of something that FastAPI calls. */
export function partsOf(
  callable: Value,
  pathNames: ReadonlySet<string>,
  code: CodeBase,
  above: readonly Value[],
): Pick<Dependency, "parameters" | "dependencies"> {
  const parameters: Parameter[] = [];
  const dependencies: Dependency[] = [];
  for (const one of signatureOf(callable, code)) {
    const analysed = analyseParameter(one, pathNames);
    if (analysed.kind === "field") parameters.push(analysed.field);
    if (analysed.kind === "depends") {
      dependencies.push(dependencyOf(analysed.marker, analysed.type, pathNames, code, above));
    }
  }
  return { parameters, dependencies };
}

/** The function whose body runs when something is called. */
function functionOf(callable: Value): FunctionV | undefined {
  if (callable.kind === "function") return callable;
  if (callable.kind === "bound") return callable.function;
  if (callable.kind === "call") return callable.args[0] && functionOf(callable.args[0]);
  const of = callable.kind === "class" ? undefined : classOf(callable);
  const call = of && memberOf(of, "__call__")?.value;
  return call?.kind === "function" ? call : undefined;
}

function typeGiven(callable: Value, code: CodeBase): Value | undefined {
  if (callable.kind === "class" || callable.kind === "subscript") return callable;
  const func = functionOf(callable);
  if (func === undefined) return undefined;
  const self = callable.kind === "bound" ? callable.self : func === callable ? undefined : callable;
  return resultType(code.typeEvaluation(), func, self)?.type;
}

function nameOf(callable: Value): string | undefined {
  switch (callable.kind) {
    case "function":
    case "class":
      return `${callable.module}.${callable.qualname}`;
    case "bound":
      return nameOf(callable.function);
    case "instance":
      return nameOf(callable.class);
    case "call":
      return nameOf(callable.func);
    default:
      return externalName(callable);
  }
}

function placeOf(callable: Value): Place | undefined {
  switch (callable.kind) {
    case "function":
    case "class": {
      const { path, node } = callable;
      return { path, line: node.line, character: node.character };
    }
    case "bound":
      return placeOf(callable.function);
    case "instance":
      return callable.call.place;
    case "call":
      return callable.place;
    default:
      return undefined;
  }
}

function yieldsValue(callable: Value): boolean {
  const func = functionOf(callable);
  if (func === undefined || func.node.nodeType === "Lambda") return false;
  return yieldsIn(func.node);
}

function scopesOf({ args, keywords }: CallV): readonly string[] {
  const given = keywords.get("scopes") ?? args[1];
  return given === undefined ? [] : iterated(given).items.flatMap((one) => textOf(one) ?? []);
}

/** The class of `fastapi.security` that an object is of, the project's subclasses of one among them. */
export function securitySchemeOf(value: Value): string | undefined {
  const base =
    value.kind === "call"
      ? value.func
      : value.kind === "instance"
        ? foreignBase(value.class)
        : undefined;
  return /^fastapi\.security\.(?:\w+\.)*(\w+)$/.exec(externalName(base) ?? "")?.[1];
}
