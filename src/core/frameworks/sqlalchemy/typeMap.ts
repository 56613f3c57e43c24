import { ancestors, memberOf } from "../../evaluation/classes";
import { isEnum } from "../../evaluation/enums";
import { argumentsOf } from "../../evaluation/types";
import { type ClassV, externalName, type Value } from "../../evaluation/value";
import { isNewType, isSameType, withoutNone } from "./annotations";
import { typeName } from "./columnTypes";
import { isAtLeast } from "./versions";

/** SQLAlchemy's own `_type_map` (`sqlalchemy/sql/sqltypes.py`), by the Python types' dotted names. */
const builtinTypes: ReadonlyMap<string, string> = new Map([
  ["builtins.int", "Integer"],
  ["builtins.float", "Float"],
  ["builtins.bool", "Boolean"],
  ["builtins.bytes", "LargeBinary"],
  ["builtins.str", "String"],
  ["uuid.UUID", "Uuid"],
  ["decimal.Decimal", "Numeric"],
  ["datetime.date", "Date"],
  ["datetime.datetime", "DateTime"],
  ["datetime.time", "Time"],
  ["datetime.timedelta", "Interval"],
]);

/** A `type_annotation_map`: from Python types to SQLAlchemy's. */
export type TypeMap = readonly { readonly key: Value; readonly value: Value }[];

/**
 * The `type_annotation_map` that holds for a class: its base's, or the one of the base's registry.
 * (https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html#customizing-the-type-map)
 */
export function typeMapOf(of: ClassV, registry: Value | undefined): TypeMap {
  const own = memberOf(of, "type_annotation_map")?.value;
  if (own?.kind === "dict") return own.entries;
  const given =
    registry?.kind === "call" ? registry.keywords.get("type_annotation_map") : undefined;
  return given?.kind === "dict" ? given.entries : [];
}

/**
 * The type of a column by the Python type in `Mapped[…]`, as `registry._resolve_type` finds it: through the supertypes,
 * of which only enumerations' are taken. `undefined` where SQLAlchemy would give up, or the type is not known.
 */
export function sqlType(
  type: Value,
  map: TypeMap,
  version: string | undefined,
): string | undefined {
  const own = mapped(type, map);
  if (own !== undefined) return typeName(own);
  if (type.kind === "subscript") return isLiteral(type) ? literalType(map) : undefined;
  if (isNewType(type)) return undefined;
  if (type.kind === "class") return isEnum(type) ? enumType(type, map) : undefined;
  const name = externalName(type) ?? "";
  if (name === "builtins.float" && isAtLeast(version, 2, 1)) return "Double";
  return builtinTypes.get(name);
}

/** What a `type_annotation_map` says of a type. */
export function mapped(type: Value, map: TypeMap): Value | undefined {
  return map.find(({ key }) => isSameType(withoutNone(key), type))?.value;
}

function isLiteral(type: Extract<Value, { kind: "subscript" }>): boolean {
  return (externalName(type.value) ?? "").endsWith(".Literal") && argumentsOf(type).length > 0;
}

function literalType(map: TypeMap): string | undefined {
  const own = map.find(({ key }) => (externalName(key) ?? "").endsWith(".Literal"))?.value;
  return own === undefined ? "Enum" : typeName(own);
}

/** Enumerations are found by any of their bases that the map leads to an `Enum`, else by `enum.Enum` itself. */
function enumType(of: ClassV, map: TypeMap): string | undefined {
  for (const base of ancestors(of)) {
    const own = mapped(base, map);
    const name = own && typeName(own);
    if (name === "Enum" || name === "ENUM") return name;
  }
  return "Enum";
}
