import { ancestors } from "./classes";
import { argumentsOf } from "./types";
import { type ClassV, externalName, type Value } from "./value";

/**
 * A type as a subclass sees it: the type variables of the class that declares it are what the subclass gives for them.
 * `BaseRepository[T].get() -> T` is `User` for `UserRepository(BaseRepository[User])`.
 */
export function typeArguments(of: ClassV, declaring: ClassV, type: Value): Value {
  if (of === declaring) return type;
  const given = givenArguments(of, declaring, new Set());
  return given === undefined ? type : substitute(type, given);
}

type Variables = ReadonlyMap<string, Value>;

/** What a class gives for the type variables of one that it inherits from. */
function givenArguments(of: ClassV, declaring: ClassV, seen: Set<ClassV>): Variables | undefined {
  if (seen.has(of)) return undefined;
  seen.add(of);
  for (const base of of.bases) {
    const origin = base.kind === "subscript" ? base.value : base;
    if (origin.kind !== "class" || !ancestors(origin).includes(declaring)) continue;
    const values = argumentsOf(base);
    const own: Variables = new Map(
      typeVariables(origin).flatMap((name, index) => {
        const value = values[index];
        return value === undefined ? [] : [[name, value]];
      }),
    );
    if (origin === declaring) return own;
    const farther = givenArguments(origin, declaring, seen);
    if (farther === undefined) return undefined;
    return new Map([...farther].map(([name, value]) => [name, substitute(value, own)]));
  }
  return undefined;
}

/** The names of a class's type variables, in the order in which they are given. */
export function typeVariables(of: ClassV): readonly string[] {
  if (of.node.type_params.length > 0) return of.node.type_params.map(({ name }) => name);
  const found: string[] = [];
  const generic = of.bases.find(
    (base) =>
      base.kind === "subscript" && /\.(Generic|Protocol)$/.test(externalName(base.value) ?? ""),
  );
  const sources = generic === undefined ? of.bases : [generic];
  for (const base of sources) {
    if (base.kind !== "subscript") continue;
    for (const value of argumentsOf(base)) {
      const name = variableName(value);
      if (name !== undefined && !found.includes(name)) found.push(name);
    }
  }
  return found;
}

/** The name of a type variable: of `T = TypeVar("T")`, or of `class A[T]`. */
function variableName(value: Value): string | undefined {
  if (
    value.kind !== "call" ||
    !/\.(TypeVar|TypeVarTuple|ParamSpec)$/.test(externalName(value.func) ?? "")
  ) {
    return undefined;
  }
  const [name] = value.args;
  return name?.kind === "constant" ? String(name.value) : undefined;
}

function substitute(type: Value, given: Variables): Value {
  const name = variableName(type);
  if (name !== undefined) return given.get(name) ?? type;
  switch (type.kind) {
    case "subscript":
      return {
        ...type,
        value: substitute(type.value, given),
        slice: substitute(type.slice, given),
      };
    case "list":
      return { ...type, items: type.items.map((item) => substitute(item, given)) };
    case "operation":
      return { ...type, operands: type.operands.map((operand) => substitute(operand, given)) };
    case "choice":
      return { ...type, options: type.options.map((option) => substitute(option, given)) };
    default:
      return type;
  }
}
