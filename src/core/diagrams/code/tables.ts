import { placed } from "../../behaviour/place";
import type { ColumnModel, TableModel } from "../../frameworks/sqlalchemy/model";
import type { DiagramText } from "../diagramText";
import type { DrawnCode } from "./codeDiagram";
import { entityName } from "./entityName";

/** From this many tables on only keys are shown, and from the second number on names alone. */
const mostWithColumns = 60;
const mostWithKeys = 200;

/**
 * Tables with their columns, keys and references.
 * @param shown those that the diagram is of; tables that they refer to stand beside them without columns
 * @param all every table of the project
 */
export function tableDiagram(shown: readonly TableModel[], all: readonly TableModel[]): DrawnCode {
  const sorted = [...shown].sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1));
  const names = new Set(sorted.map(fullName));
  const detail =
    sorted.length > mostWithKeys ? "names" : sorted.length > mostWithColumns ? "keys" : "columns";
  const references = sorted.flatMap(referencesOf);
  const known = new Map(all.map((one) => [fullName(one), one]));
  const beside = [...new Set(references.map(({ to }) => to))].filter((to) => !names.has(to)).sort();
  const lines: DiagramText[] = [{ text: "erDiagram" }];
  for (const table of sorted) lines.push(...entity(table, detail));
  for (const name of beside) {
    const table = known.get(name);
    if (table === undefined) lines.push({ text: `    %% no model declares ${name}` });
    lines.push({ text: `    ${entityName(name)}`, place: table && placed(table.place) });
  }
  for (const { from, to, label, parent, child, place } of references) {
    const text = `    ${entityName(to)} ${parent}--${child} ${entityName(from)} : "${label}"`;
    lines.push({ text, place: placed(place) });
  }
  const left = { columns: [], keys: ["Only keys are shown"], names: ["Only names are shown"] };
  const notes = left[detail].map(
    (what) => `${what}, since there are ${sorted.length} tables; name one with --of, or a folder.`,
  );
  const unsure = sorted.filter(({ isComplete }) => !isComplete).map(fullName);
  return {
    lines,
    notes:
      unsure.length === 0 ? notes : [...notes, `Some columns are not known: ${unsure.join(", ")}.`],
  };
}

/** A table's name, with its schema where it has one. */
export function fullName({ table, schema }: TableModel): string {
  return schema === null ? table : `${schema}.${table}`;
}

function entity(table: TableModel, detail: "columns" | "keys" | "names"): readonly DiagramText[] {
  const name = entityName(fullName(table));
  const place = placed(table.place);
  const columns = table.columns.filter(
    ({ primaryKey, foreignKeys }) =>
      detail === "columns" || (detail === "keys" && (primaryKey || foreignKeys.length > 0)),
  );
  if (columns.length === 0) return [{ text: `    ${name}`, place }];
  return [
    { text: `    ${name} {`, place },
    ...columns.map((column) => ({
      text: `        ${attribute(column, table)}`,
      place: placed(column.place),
    })),
    { text: "    }" },
  ];
}

function attribute(column: ColumnModel, table: TableModel): string {
  const { name, type, primaryKey, foreignKeys, unique, nullable } = column;
  const keys = [
    ...(primaryKey ? ["PK"] : []),
    ...(foreignKeys.length > 0 ? ["FK"] : []),
    ...(unique && !primaryKey ? ["UK"] : []),
  ];
  const said = [
    ...(attributeWord(name) === name ? [] : [name]),
    ...(nullable && !primaryKey ? ["nullable"] : []),
    ...(mixinOf(column, table) ?? []),
  ];
  const comment = said.length === 0 ? [] : [`"${said.join(", ").replaceAll('"', "'")}"`];
  const key = keys.length === 0 ? [] : [keys.join(", ")];
  return [attributeWord(type), attributeWord(name), ...key, ...comment].join(" ");
}

/** The class that a column comes from, where that is another one than the model. */
function mixinOf({ attribute: key }: ColumnModel, { class: of, bases }: TableModel) {
  if (of === undefined || of.members.has(key) || of.annotations.has(key)) return undefined;
  const from = bases.find((base) => base.members.has(key) || base.annotations.has(key));
  return from && [`from ${from.name}`];
}

/** A type or a column as one word of letters, digits and underscores. */
function attributeWord(text: string): string {
  const word = text.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+(?=.)/, "");
  return /^\p{L}/u.test(word) && !/^(?:pk|fk|uk)$/i.test(word) ? word : `c_${word}`;
}

interface Reference {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** How many rows of the other table there are for one of this, as Mermaid writes it on that side. */
  readonly parent: "||" | "|o";
  readonly child: "o{" | "o|";
  readonly place: ColumnModel["place"];
}

/** The references of a table, a composite one as one. */
function referencesOf(table: TableModel): readonly Reference[] {
  const groups = new Map<string, { columns: ColumnModel[]; to: string; targets: Set<string> }>();
  for (const column of table.columns) {
    for (const reference of column.foreignKeys) {
      const cut = reference.lastIndexOf(".");
      const to = reference.slice(0, cut);
      const target = reference.slice(cut + 1);
      // Two columns that refer to different columns of one table are one key; to the same column, they are two.
      const open = [...groups].find(([, one]) => one.to === to && !one.targets.has(target));
      if (open === undefined) {
        groups.set(`${to} ${groups.size}`, { columns: [column], to, targets: new Set([target]) });
        continue;
      }
      open[1].columns.push(column);
      open[1].targets.add(target);
    }
  }
  const key = table.columns.filter(({ primaryKey }) => primaryKey);
  return [...groups.values()].flatMap(({ columns, to }) => {
    const [first] = columns;
    if (first === undefined) return [];
    const isWholeKey = key.length === columns.length && columns.every((one) => one.primaryKey);
    const names = columns.map(({ name }) => name);
    const isUnique =
      isWholeKey ||
      (columns.length === 1 && first.unique) ||
      table.uniqueConstraints.some((one) => one.every((name) => names.includes(name)));
    return {
      from: fullName(table),
      to,
      label: names.join(", ").replaceAll('"', "'"),
      parent: columns.some(({ nullable }) => nullable) ? ("|o" as const) : ("||" as const),
      child: isUnique ? ("o|" as const) : ("o{" as const),
      place: first.place,
    };
  });
}
