import { placed } from "../../behaviour/place";
import { enumMembers, isEnum } from "../../evaluation/enums";
import { backend } from "../../frameworks/backend";
import type { Schema } from "../../frameworks/pydantic/schema";
import { valueText } from "../../frameworks/pydantic/valueText";
import type { ColumnModel, TableModel } from "../../frameworks/sqlalchemy/model";
import type { CodeBase } from "../../project/codeBase";
import { nameTable } from "../../text/nameTable";
import { summaryOf } from "./codeDocstring";
import { columnDefaults } from "./columnDefaults";
import type { EnumFact, FieldFact, ModelFact } from "./facts";
import { attributeType, basesOf } from "./pythonText";
import { isSecretText } from "./secrets";

/** The tables and schemas whose classes some files hold, in the order of the files. */
export function modelsOf(
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly Omit<ModelFact, "isOwn">[] {
  const tables = backend.tables(code).tables.filter(({ place }) => files.has(place.path));
  const schemas = backend.schemas(code).schemas.filter(({ place }) => files.has(place.path));
  const isTable = new Set(tables.map(({ place }) => `${place.path}:${place.line}`));
  return [
    ...tables.map((table) => tableFact(table, code)),
    // A class of SQLModel is both.
    ...schemas
      .filter(({ place }) => !isTable.has(`${place.path}:${place.line}`))
      .map((schema) => schemaFact(schema)),
  ];
}

function tableFact(model: TableModel, code: CodeBase): Omit<ModelFact, "isOwn"> {
  const { name, table, schema, class: of, columns, place } = model;
  return {
    name,
    table: schema === null ? table : `${schema}.${table}`,
    bases: of === undefined ? [] : basesOf(of),
    description: of === undefined ? "" : summaryOf(of.node.body),
    fields: columns.map((column) => columnFact(model, column, code)),
    ...placed(place),
  };
}

function columnFact(model: TableModel, column: ColumnModel, code: CodeBase): FieldFact {
  const { attribute, nullable, hasDefault, hasServerDefault } = column;
  const said = columnDefaults(model, attribute, code);
  const isHidden = said.own !== undefined && isSecretText(attribute, said.own);
  const own = isHidden ? undefined : said.own;
  return {
    name: attribute,
    type: columnType(model, column, code),
    isRequired: !nullable && !hasDefault && !hasServerDefault,
    default: own,
    notes: [
      ...columnNotes(column),
      ...(hasDefault && own === undefined ? ["has a default"] : []),
      ...(hasServerDefault
        ? [said.server ? `server default ${said.server}` : "has a default"]
        : []),
    ],
  };
}

function columnType(
  { class: of, bases }: TableModel,
  { attribute, type, nullable }: ColumnModel,
  code: CodeBase,
): string {
  for (const one of [...(of ? [of] : []), ...bases]) {
    const written = attributeType(one, attribute, code);
    if (written !== undefined) return written;
  }
  const known = pythonTypes[type] ?? "object";
  return nullable ? `${known} | None` : known;
}

/** What SQLAlchemy gives for its types (https://docs.sqlalchemy.org/en/20/core/type_basics.html). */
const pythonTypes: Readonly<Record<string, string>> = nameTable({
  BigInteger: "int",
  Boolean: "bool",
  Date: "date",
  DateTime: "datetime",
  Float: "float",
  Integer: "int",
  Interval: "timedelta",
  LargeBinary: "bytes",
  Numeric: "Decimal",
  SmallInteger: "int",
  String: "str",
  Text: "str",
  Time: "time",
  Unicode: "str",
  UUID: "UUID",
  Uuid: "UUID",
});

function columnNotes(column: ColumnModel): readonly string[] {
  return [
    ...(column.name === column.attribute ? [] : [`column ${column.name}`]),
    column.type,
    ...(column.primaryKey ? ["primary key"] : []),
    ...(column.foreignKeys.length > 0 ? [`refers to ${column.foreignKeys.join(", ")}`] : []),
    ...(column.unique && !column.primaryKey ? ["unique"] : []),
    ...(column.indexed && !column.unique && !column.primaryKey ? ["indexed"] : []),
    ...(column.nullable ? ["nullable"] : []),
  ];
}

function schemaFact({
  name,
  value,
  bases,
  description,
  fields,
  place,
}: Schema): Omit<ModelFact, "isOwn"> {
  return {
    name,
    table: undefined,
    bases: value.kind === "class" ? basesOf(value) : bases,
    description:
      (description ?? "")
        .split(/\n\s*\n/)[0]
        ?.replace(/\s+/gu, " ")
        .trim() ?? "",
    fields: fields.map((field) => ({
      name: field.name,
      type: /\bUnknown\b/.test(field.type) ? "object" : field.type,
      isRequired: field.required,
      default:
        field.default && !isSecretText(field.name, field.default) ? field.default : undefined,
      notes: [
        ...(field.default && isSecretText(field.name, field.default) ? ["has a default"] : []),
        ...(field.alias === null || field.alias === field.name ? [] : [`in JSON ${field.alias}`]),
        ...Object.entries(field.constraints).map(([key, text]) => `${key}=${text}`),
        ...(field.inheritedFrom === null ? [] : [`from ${field.inheritedFrom}`]),
      ],
    })),
    ...placed(place),
  };
}

/** The enumerations that some files hold. */
export function enumsOf(files: readonly string[], code: CodeBase): readonly EnumFact[] {
  return files.flatMap((path) =>
    [...code.run(path).definitions.values()].flatMap((of) => {
      if (of.kind !== "class" || !isEnum(of)) return [];
      return {
        name: of.name,
        bases: basesOf(of),
        description: summaryOf(of.node.body),
        members: enumMembers(of).map(({ name, value }) => ({ name, value: valueText(value) })),
        path,
        line: of.node.nameLine + 1,
      };
    }),
  );
}
