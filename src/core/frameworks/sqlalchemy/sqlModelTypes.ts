import { ancestors } from "../../evaluation/classes";
import { isEnum } from "../../evaluation/enums";
import { externalName, type Value } from "../../evaluation/value";
import { annotatedParts, withoutNone } from "./annotations";
import type { LibraryVersions } from "./model";
import { isAtLeast } from "./versions";

const texts =
  /^(?:builtins\.str|pydantic\.(?:networks\.)?(?:EmailStr|constr|StrictStr)|pathlib\.(?:Pure)?Path|ipaddress\.IPv[46](?:Address|Network))$/;

/** Pydantic's own names for types that are `Annotated` ones. */
const meanings: ReadonlyMap<string, string> = new Map([
  ...["PositiveInt", "NegativeInt", "NonNegativeInt", "NonPositiveInt", "StrictInt", "conint"].map(
    (name) => [`pydantic.${name}`, "Integer"] as const,
  ),
  ...["PositiveFloat", "NegativeFloat", "NonNegativeFloat", "StrictFloat", "confloat"].map(
    (name) => [`pydantic.${name}`, "Float"] as const,
  ),
  ...["UUID1", "UUID3", "UUID4", "UUID5", "UUID6", "UUID7", "UUID8"].map(
    (name) => [`pydantic.${name}`, "Uuid"] as const,
  ),
  ...["PastDate", "FutureDate", "condate"].map((name) => [`pydantic.${name}`, "Date"] as const),
  ["pydantic.StrictBool", "Boolean"],
  ["pydantic.StrictBytes", "LargeBinary"],
  ["pydantic.conbytes", "LargeBinary"],
  ["pydantic.condecimal", "Numeric"],
  ["pydantic.NaiveDatetime", "DateTime"],
]);

const types: ReadonlyMap<string, string> = new Map([
  ["enum.StrEnum", "AutoString"],
  ["enum.IntEnum", "Integer"],
  ["builtins.float", "Float"],
  ["builtins.bool", "Boolean"],
  ["builtins.int", "Integer"],
  ["datetime.date", "Date"],
  ["datetime.timedelta", "Interval"],
  ["datetime.time", "Time"],
  ["builtins.bytes", "LargeBinary"],
  ["decimal.Decimal", "Numeric"],
  ["uuid.UUID", "Uuid"],
]);

/** The first version whose moments in time have a type of SQLModel's own. */
const utcSince = [0, 0, 45] as const;

/**
 * The type of a field's column, as SQLModel's `get_sqlalchemy_type` finds it (`sqlmodel/main.py`). `undefined` where
 * SQLModel would refuse the type, or it is not known.
 */
export function sqlModelType(given: Value, versions: LibraryVersions): string | undefined {
  const type = typeFor(given, versions);
  return type === "Uuid" && isOlder(versions, 0, 0, 20) ? "GUID" : type;
}

function isOlder({ sqlmodelExactly }: LibraryVersions, ...least: readonly number[]): boolean {
  return sqlmodelExactly !== undefined && !isAtLeast(sqlmodelExactly, ...least);
}

function typeFor(given: Value, versions: LibraryVersions): string | undefined {
  const type = withoutNone(given);
  const parts = annotatedParts(type);
  if (parts !== undefined) {
    const isNaive = parts.metadata.some((one) => nameOf(one) === "pydantic.NaiveDatetime");
    return isNaive ? "DateTime" : typeFor(parts.type, versions);
  }
  if (type.kind === "class") {
    // Before 0.0.9 an enumeration of texts was a text first.
    if (isEnum(type) && !isOlder(versions, 0, 0, 9)) return "Enum";
    for (const base of ancestors(type)) {
      const found = base.kind === "class" ? undefined : typeFor(base, versions);
      if (found !== undefined) return found;
    }
    return isEnum(type) ? "Enum" : undefined;
  }
  // `constr(max_length=3)` and its like.
  if (type.kind === "call") return typeFor(type.func, versions);
  const name = nameOf(type);
  if (texts.test(name)) return "AutoString";
  if (/^(?:datetime\.datetime|pydantic\.(?:Aware|Past|Future)Datetime)$/.test(name)) {
    return isAtLeast(versions.sqlmodel, ...utcSince) ? "UTCDateTime" : "DateTime";
  }
  return types.get(name) ?? meanings.get(name);
}

function nameOf(value: Value): string {
  return externalName(value) ?? "";
}
