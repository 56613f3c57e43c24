import type { Field, FieldType } from "../../fields/field";
import { stringLiteral } from "../../python/edit/stringLiteral";
import { exampleOf, numberedOf } from "./examples";
import { pascalOf } from "./naming";

/** A field as templates are given it; texts are Python unless said otherwise. */
export interface FieldData {
  /** The attribute and the column; of `owner:ref(users)` it is `owner_id`. */
  readonly name: string;
  /** `DUE_DATE`; of a reference without its `_id`. */
  readonly constant: string;
  /** In a sentence: `due date`. */
  readonly words: string;
  readonly kind: FieldType["kind"];
  readonly nullable: boolean;
  readonly unique: boolean;
  /** Whether it has an index that is not the one of its uniqueness. */
  readonly isIndexed: boolean;
  /** Whether a creation must name it. */
  readonly required: boolean;
  /** The version that optimistic locking counts. */
  readonly isVersion: boolean;
  /** What `Mapped[…]` holds: `str | None`. */
  readonly mapped: string;
  /** What `mapped_column(…)` is given: `String(320), unique=True`. */
  readonly column: string;
  /** SQLAlchemy's names that `column` uses. */
  readonly columnImports: readonly string[];
  /** The column in a revision: `sa.Column("email", sa.String(length=320), nullable=False)`. */
  readonly migration: string;
  /** The type of the column in SQL, without its constraints: `sa.String(length=320)`. */
  readonly sqlType: string;
  /** The check that an enum's column is held to, as a Python text; empty for other kinds. */
  readonly check: string;
  /** What rows get that were there before the field was: its default as Python; empty where there is none. */
  readonly fill: string;
  /** The type of the value in a schema that is read, and in a signature: `str | None`. */
  readonly read: string;
  /** The same with its bounds, and without `| None`: `Annotated[Text, Field(max_length=320)]`. */
  readonly bounded: string;
  /** What follows the name in a creation: `Annotated[…] | None = None`. */
  readonly create: string;
  /** What follows the name in an update, where every field may be left out. */
  readonly update: string;
  /** The same for a filter in a query, which comes as a text: `UUID | None`. */
  readonly filter: string;
  /** Whether a list can be narrowed by it. */
  readonly isFilter: boolean;
  /** A JSON value as Python: `"text"`, and another one. */
  readonly example: string;
  readonly other: string;
  /** One that differs for each `number`; empty where there are too few values. */
  readonly numbered: string;
  /** The name of the enum's `Literal`, and its values as Python; empty for other kinds. */
  readonly literal: string;
  readonly values: readonly string[];
}

/** Characters that an enum's column holds at least, so that a longer value can be added later. */
const enumLength = 32;
/** Characters of a `str` without a length of its own. */
const defaultLength = 255;
/** Query parameters of the page itself. */
const pageParameters = new Set(["limit", "cursor"]);

/** A field for templates. @param className of the model that it is in */
export function fieldData(field: Field, table: string, className: string): FieldData {
  const { type, nullable, unique, index } = field;
  const name = columnName(field);
  const literal = type.kind === "enum" ? className + pascalOf(name) : "";
  const isVersion = name === "version" && type.kind === "int";
  const bounded = boundedType(type, literal);
  const optional = (text: string) => (nullable ? `${text} | None` : text);
  const unfiltered = ["json", "list", "float", "text"].includes(type.kind);
  const examples = { example: exampleOf(field, 1), other: exampleOf(field, 2) };
  return {
    name,
    constant: name.replace(/_id$/, "").toUpperCase(),
    words: name.replace(/_id$/, "").replaceAll("_", " "),
    kind: type.kind,
    nullable,
    unique,
    isIndexed: !unique && (index || type.kind === "ref"),
    required: !nullable && field.default === undefined && !isVersion,
    isVersion,
    mapped: optional(pythonType(type)),
    ...columnOf(field, name),
    migration: migrationOf(field, name, table),
    sqlType:
      type.kind === "enum" ? `sa.String(length=${enumLengthOf(type.values)})` : sqlType(type, name),
    check: type.kind === "enum" ? checkOf(type.values, name) : "",
    fill: isVersion ? "1" : fillOf(field),
    read: optional(readType(type, literal)),
    bounded,
    create: optional(bounded) + createDefault(field, nullable),
    update: nullable ? `${bounded} | None = None` : `Omittable[${bounded}] = None`,
    filter: `${filterType(type, literal)} | None`,
    isFilter: (unique || index || type.kind === "ref") && !unfiltered && !pageParameters.has(name),
    ...examples,
    numbered: numberedOf(field),
    literal,
    values: type.kind === "enum" ? type.values.map(stringLiteral) : [],
  };
}

/** The column of a field: a reference is called after what it refers to, its column after the key. */
export function columnName({ name, type }: Field): string {
  return type.kind === "ref" && !name.endsWith("_id") ? `${name}_id` : name;
}

/** The type of the value in a model. What JSON holds comes back as JSON knows it. */
function pythonType(type: FieldType): string {
  switch (type.kind) {
    case "str":
    case "text":
    case "enum":
      return "str";
    case "int":
    case "bigint":
      return "int";
    case "decimal":
      return "Decimal";
    case "date":
      return "dt.date";
    case "datetime":
      return "dt.datetime";
    case "uuid":
    case "ref":
      return "UUID";
    case "json":
      return "dict[str, object]";
    case "list":
      return `list[${jsonType(type.of)}]`;
    default:
      return type.kind;
  }
}

/** The type that a list's item has within JSON. */
function jsonType(type: FieldType): string {
  const python = pythonType(type);
  return ["Decimal", "UUID", "dt.date", "dt.datetime"].includes(python) ? "str" : python;
}

function readType(type: FieldType, literal: string): string {
  if (type.kind === "enum")
    return literal || `Literal[${type.values.map(stringLiteral).join(", ")}]`;
  if (type.kind === "datetime") return "UtcDatetime";
  if (type.kind === "json") return "dict[str, JsonValue]";
  if (type.kind === "list") return `list[${readType(type.of, "")}]`;
  return pythonType(type);
}

function boundedType(type: FieldType, literal: string): string {
  switch (type.kind) {
    case "str":
      return `Annotated[Text, Field(max_length=${type.length ?? defaultLength})]`;
    case "text":
      return "Text";
    case "int":
      return "Int32";
    case "bigint":
      return "BigInt";
    case "float":
      return "Number";
    case "bool":
      return "StrictBool";
    case "decimal":
      return `Annotated[Decimal, Digits(${type.precision}, ${type.scale})]`;
    case "date":
      return "IsoDate";
    case "list":
      return `list[${boundedType(type.of, "")}]`;
    default:
      return readType(type, literal);
  }
}

function filterType(type: FieldType, literal: string): string {
  if (type.kind === "str") return "Text";
  return type.kind === "bool" ? "bool" : boundedType(type, literal);
}

function columnOf(field: Field, name: string): Pick<FieldData, "column" | "columnImports"> {
  const { type, unique, index } = field;
  const parts = [columnType(type, name)];
  const imports = [/^\w+/.exec(columnType(type, name))?.[0] ?? ""];
  if (type.kind === "ref") {
    parts.push(`ForeignKey("${type.table}.id", ondelete="${onDeleteOf(type)}")`);
    imports.push("ForeignKey");
  }
  if (unique) parts.push("unique=True");
  else if (index || type.kind === "ref") parts.push("index=True");
  const value = modelDefault(field);
  if (value !== undefined) parts.push(`default=${value}`);
  return { column: parts.join(", "), columnImports: imports };
}

/** What SQL calls it. */
export function onDeleteOf({ onDelete: action }: Extract<FieldType, { kind: "ref" }>): string {
  return action === "null" ? "SET NULL" : action.toUpperCase();
}

function columnType(type: FieldType, name: string): string {
  switch (type.kind) {
    case "str":
      return `String(${type.length ?? defaultLength})`;
    case "text":
      return "Text";
    case "int":
      return "Integer";
    case "bigint":
      return "BigInteger";
    case "float":
      return "Float";
    case "decimal":
      return `Numeric(${type.precision}, ${type.scale})`;
    case "bool":
      return "Boolean";
    case "date":
      return "Date";
    case "datetime":
      return "DateTime(timezone=True)";
    case "enum":
      return enumType(type.values, name);
    case "json":
    case "list":
      return "JSON";
    case "uuid":
    case "ref":
      return "Uuid";
  }
}

function enumLengthOf(values: readonly string[]): number {
  return Math.max(enumLength, ...values.map((value) => value.length));
}

function enumType(values: readonly string[], name: string): string {
  const length = enumLengthOf(values);
  const listed = values.map(stringLiteral).join(", ");
  return `Enum(${listed}, name="${name}", native_enum=False, create_constraint=True, length=${length})`;
}

function migrationOf(field: Field, name: string, table: string): string {
  const sql = sqlType(field.type, name).replace(
    `name="${name}"`,
    `name=op.f("ck_${table}_${name}")`,
  );
  return `sa.Column("${name}", ${sql}, nullable=${field.nullable ? "True" : "False"})`;
}

/** The type of a column as revisions write it. */
function sqlType(type: FieldType, name: string): string {
  const written = columnType(type, name)
    .replace(/^String\((\d+)\)$/, "String(length=$1)")
    .replace(/^Numeric\((\d+), (\d+)\)$/, "Numeric(precision=$1, scale=$2)");
  return `sa.${written.includes("(") ? written : `${written}()`}`;
}

function checkOf(values: readonly string[], name: string): string {
  const listed = values.map((value) => `'${value}'`);
  return stringLiteral(`${name} IN (${listed.join(", ")})`);
}

/** The default as an expression of a revision, which imports nothing of the project. */
function fillOf(field: Field): string {
  const { type, default: given } = field;
  if (given?.kind === "now") {
    return type.kind === "date" ? "dt.datetime.now(dt.UTC).date()" : "dt.datetime.now(dt.UTC)";
  }
  const value = modelDefault(field) ?? "";
  return value === "dict" ? "{}" : value === "list" ? "[]" : value;
}

function modelDefault(field: Field): string | undefined {
  const { type, default: given } = field;
  if (given === undefined || (given.kind === "literal" && given.value === null)) return undefined;
  if (given.kind === "now") return type.kind === "date" ? "utc_today" : "utc_now";
  if (type.kind === "json") return "dict";
  if (type.kind === "list") return "list";
  return literalOf(type, given.value);
}

/** A literal of a type as Python. */
function literalOf(type: FieldType, value: string | number | boolean | null): string {
  switch (type.kind) {
    case "bool":
      return value ? "True" : "False";
    case "int":
    case "bigint":
      return String(value);
    case "float":
      return Number.isInteger(value) ? `${String(value)}.0` : String(value);
    case "decimal":
      return `Decimal("${value}")`;
    case "date":
      return `dt.date.fromisoformat("${value}")`;
    case "datetime":
      return `dt.datetime.fromisoformat("${value}")`;
    case "uuid":
      return `UUID("${value}")`;
    default:
      return stringLiteral(String(value));
  }
}

function createDefault(field: Field, nullable: boolean): string {
  const value = modelDefault(field);
  if (value === undefined) return nullable ? " = None" : "";
  const isFactory = /^(?:dict|list|utc_\w+)$/.test(value);
  return isFactory ? ` = Field(default_factory=${value})` : ` = ${value}`;
}
