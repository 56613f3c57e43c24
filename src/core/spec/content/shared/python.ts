import type { Field, FieldType } from "../../../fields/field";
import type { Entity } from "../../derive/entities";
import type { Operation } from "../../derive/operations";
import { docstringText } from "../escape";

/** A field's type as Python. */
export function pythonType(type: FieldType): string {
  switch (type.kind) {
    case "str":
    case "text":
      return "str";
    case "int":
    case "bigint":
      return "int";
    case "decimal":
      return "Decimal";
    case "uuid":
    case "ref":
      return "UUID";
    case "enum":
      return `Literal[${type.values.map((value) => JSON.stringify(value)).join(", ")}]`;
    case "json":
      return "dict[str, object]";
    case "list":
      return `list[${pythonType(type.of)}]`;
    default:
      return type.kind;
  }
}

/** Which names of a module's dataclasses come from where. */
function importsFor(text: string): string[] {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const dataclasses = ["dataclass", "field"].filter(
    (name) => uses(`${name}\\(`) || name === "dataclass",
  );
  const dates = ["date", "datetime"].filter((name) => uses(name));
  const typing = ["Generic", "Literal", "TypeVar"].filter((name) => uses(name));
  return [
    `from dataclasses import ${dataclasses.join(", ")}`,
    ...(dates.length > 0 ? [`from datetime import ${dates.join(", ")}`] : []),
    ...(uses("Decimal") ? ["from decimal import Decimal"] : []),
    ...(typing.length > 0 ? [`from typing import ${typing.join(", ")}`] : []),
    ...(uses("UUID") ? ["from uuid import UUID"] : []),
    "",
    "",
  ];
}

/** The dataclass of a model as it is stored. */
export function modelLines(entity: Entity): string[] {
  const own = entity.fields.map(({ name }) => name);
  const created = own.includes("created_at") ? [] : ["    created_at: datetime"];
  return [
    "@dataclass(kw_only=True)",
    `class ${entity.className}:`,
    `    """One ${entity.words}, as it is stored."""`,
    "",
    "    id: UUID",
    ...entity.fields.map(fieldLine),
    ...created,
  ];
}

/** What a method that lists records takes and gives. */
export const pageDefinitions: readonly (readonly string[])[] = [
  ['T = TypeVar("T")', "MAX_PAGE_SIZE = 100  # proposed"],
  [
    "@dataclass(frozen=True)",
    "class PageRequest:",
    '    """Which page of a list a caller asks for."""',
    "",
    "    after: str | None = None  # cursor of the page before, None for the first",
    "    size: int = 20  # proposed",
  ],
  [
    "@dataclass(frozen=True)",
    "class Page(Generic[T]):",
    '    """One page of a list, in a stable order."""',
    "",
    "    items: list[T]",
    "    next: str | None  # cursor of the page behind, None at the end",
  ],
];

/** What a caller sends to create and to change a model. */
export function inputLines({ className, words, fields, hasVersion, statuses }: Entity): {
  readonly create: string[];
  readonly update: string[];
} {
  const sent = fields.filter(({ name }) => !(hasVersion && name === "version"));
  const created = sent.filter(({ name }) => !statuses.some((one) => one.name === name));
  const body = (lines: string[]) => (lines.length > 0 ? ["", ...lines] : []);
  return {
    create: [
      "@dataclass(kw_only=True)",
      `class ${className}Create:`,
      `    """What a caller sends to create one ${words}."""`,
      ...body(created.map(fieldLine)),
    ],
    update: [
      "@dataclass(kw_only=True)",
      `class ${className}Update:`,
      `    """What a caller changes of one ${words}; what is None stays."""`,
      ...body(sent.map(({ name, type }) => `    ${name}: ${pythonType(type)} | None = None`)),
    ],
  };
}

function fieldLine(field: Field): string {
  const { name, type, nullable } = field;
  const annotation = `${pythonType(type)}${nullable ? " | None" : ""}`;
  const notes = notesOn(field);
  const comment = notes.length > 0 ? `  # ${notes.join(", ")}` : "";
  return `    ${name}: ${annotation}${defaultOf(field)}${comment}`;
}

function defaultOf({ type, default: given }: Field): string {
  if (given === undefined || given.kind === "now") return "";
  const { value } = given;
  if (type.kind === "list") return " = field(default_factory=list)";
  if (type.kind === "json") return " = field(default_factory=dict)";
  if (value === null) return " = None";
  if (typeof value === "boolean") return value ? " = True" : " = False";
  if (typeof value === "number") return ` = ${value}`;
  const text = JSON.stringify(value);
  if (type.kind === "decimal") return ` = Decimal(${text})`;
  if (type.kind === "uuid") return ` = UUID(${text})`;
  if (type.kind === "datetime") return ` = datetime.fromisoformat(${text})`;
  if (type.kind === "date") return ` = date.fromisoformat(${text})`;
  return ` = ${text}`;
}

function notesOn({ type, unique, index, default: given }: Field): string[] {
  return [
    ...(type.kind === "str" && type.length !== undefined
      ? [`at most ${type.length} characters`]
      : []),
    ...(type.kind === "decimal"
      ? [`${type.precision} digits, ${type.scale} behind the point`]
      : []),
    ...(type.kind === "ref" ? [`refers to ${type.table}, on delete ${type.onDelete}`] : []),
    ...(given?.kind === "now" ? ["now unless given"] : []),
    ...(unique ? ["unique"] : []),
    ...(index ? ["indexed"] : []),
  ];
}

/** Several definitions as one module, with what they import above them. */
export function moduleOf(definitions: readonly (readonly string[])[]): string[] {
  const text = definitions.map((lines) => lines.join("\n")).join("\n\n\n");
  return [...importsFor(text), ...text.split("\n")];
}

/** The parameters of an operation as Python; what nobody said is an object. */
export function parameterList({ parameters }: Operation): string {
  return parameters.map(({ name, type }) => `${name}: ${type ?? "object"}`).join(", ");
}

/** How an operation is called: `update_score(score_id, data)`. */
export function callOf({ method, parameters }: Operation): string {
  return `${method}(${parameters.map(({ name }) => name).join(", ")})`;
}

/** The signature of an operation with its docstring. @param indent of the `def` */
export function signatureLines(
  operation: Operation,
  { indent, isMethod, metrics }: { indent: string; isMethod: boolean; metrics: readonly string[] },
): string[] {
  const { method, title, parameters, returns, returnsAbout, raises, event } = operation;
  const all = [
    ...(isMethod ? ["self"] : []),
    ...(parameters.length > 0 ? [parameterList(operation)] : []),
  ];
  const unknown = [
    ...parameters.filter(({ type }) => type === undefined).map(({ name }) => `the type of ${name}`),
    ...(returns === undefined ? ["what it returns"] : []),
  ];
  const lines = [
    `async def ${method}(${all.join(", ")}) -> ${returns ?? "object"}:`,
    ...unknown.map((what) => `    # TODO: ${what}`),
    `    """${docstringText(`${title}.`)}`,
    "",
    ...(parameters.length > 0
      ? [
          "    Args:",
          ...parameters.map(({ name, about }) => `        ${name}: ${docstringText(about)}`),
          "",
        ]
      : []),
    "    Returns:",
    `        ${docstringText(returnsAbout || "What the operation came to.")}`,
    "",
    "    Raises:",
    ...(raises.length > 0
      ? raises.map(({ name, when }) => `        ${name}: if ${docstringText(when)}`)
      : ["        Nothing of its own."]),
    ...(event === undefined
      ? []
      : ["", "    Events:", `        ${event.className}: once the change is stored`]),
    ...(metrics.length === 0
      ? []
      : ["", "    Metrics:", ...metrics.map((one) => `        ${one}`)]),
    '    """',
  ];
  return lines.map((line) => (line === "" ? "" : indent + line));
}
