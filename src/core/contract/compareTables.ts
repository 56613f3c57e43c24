import { nameTable } from "../text/nameTable";
import type { ContractColumn, ContractTable } from "./contract";
import { type ContractChange, type ContractDetail, changedPart } from "./contractChange";

/** The tables that came, went and changed, as a deployed database with rows in it sees them. */
export function compareTables(
  before: readonly ContractTable[],
  now: readonly ContractTable[],
): readonly ContractChange[] {
  const [old, own] = [byName(before), byName(now)];
  const removed = before.filter(({ name }) => !own.has(name));
  const added = now.filter(({ name }) => !old.has(name));
  return [
    ...removed.map((table) => whole("removed", table)),
    ...now.flatMap((table) => {
      const earlier = old.get(table.name);
      if (earlier === undefined) return [];
      return changedPart("table", table.name, table, columns(earlier, table)) ?? [];
    }),
    ...added.map((table) => whole("added", table)),
  ];
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.name, one]));
}

function whole(kind: "added" | "removed", { name, file, line }: ContractTable): ContractChange {
  return { part: "table", kind, name, breaking: kind === "removed", details: [], file, line };
}

function columns(before: ContractTable, now: ContractTable): readonly ContractDetail[] {
  const [old, own] = [byName(before.columns), byName(now.columns)];
  const details: ContractDetail[] = [];
  for (const column of now.columns) {
    const earlier = old.get(column.name);
    if (earlier === undefined) details.push(newColumn(column));
    else details.push(...changes(earlier, column));
  }
  for (const { name } of before.columns) {
    // What runs until the new code does still reads it.
    if (!own.has(name)) details.push({ what: `${name} is gone`, breaking: true });
  }
  return details;
}

function newColumn({ name, nullable, hasServerDefault, unique }: ContractColumn): ContractDetail {
  if (nullable || hasServerDefault) return { what: `${name} is new`, breaking: false };
  const many = unique ? "unique, " : "";
  return { what: `${name} is new, ${many}NOT NULL and without a server default`, breaking: true };
}

function changes(before: ContractColumn, now: ContractColumn): readonly ContractDetail[] {
  const { name } = now;
  const details: ContractDetail[] = [];
  const tell = (what: string, breaking: boolean): void => {
    details.push({ what: `${name} ${what}`, breaking });
  };
  if (canonical(before.type) !== canonical(now.type)) {
    tell(`was ${before.type}, is ${now.type}`, !isWider(before.type, now.type));
  }
  if (before.nullable !== now.nullable) {
    tell(now.nullable ? "may be NULL now" : "is NOT NULL now", !now.nullable);
  }
  if (before.primaryKey !== now.primaryKey) {
    tell(now.primaryKey ? "is in the primary key now" : "is in the primary key no more", true);
  }
  if (before.unique !== now.unique) {
    tell(now.unique ? "is unique now" : "is unique no more", now.unique);
  }
  if (before.indexed !== now.indexed)
    tell(now.indexed ? "has an index now" : "has no index now", false);
  for (const key of now.foreignKeys) {
    if (!before.foreignKeys.includes(key)) tell(`references ${key} now`, true);
  }
  for (const key of before.foreignKeys) {
    if (!now.foreignKeys.includes(key)) tell(`references ${key} no more`, false);
  }
  if (before.hasServerDefault && !now.hasServerDefault && !now.nullable) {
    tell("has no server default any more", true);
  }
  return details;
}

/** Types of which the database makes the same column as of another one. */
const synonyms: Readonly<Record<string, string>> = nameTable({
  AutoString: "String",
  VARCHAR: "String",
  Unicode: "String",
  TEXT: "Text",
  UnicodeText: "Text",
  UUID: "Uuid",
  GUID: "Uuid",
  INTEGER: "Integer",
  BIGINT: "BigInteger",
  SMALLINT: "SmallInteger",
  BOOLEAN: "Boolean",
  DATETIME: "DateTime",
  TIMESTAMP: "DateTime",
  DATE: "Date",
  NUMERIC: "Numeric",
  DECIMAL: "Numeric",
  FLOAT: "Float",
});

function canonical(type: string): string {
  return synonyms[type] ?? type;
}

/** Types that take all that another one holds, so that a database changes the column in place. */
const wider: Readonly<Record<string, readonly string[]>> = nameTable({
  SmallInteger: ["Integer", "BigInteger", "Numeric"],
  Integer: ["BigInteger", "Numeric"],
  String: ["Text"],
  Float: ["Double"],
  JSON: ["JSONB"],
});

function isWider(before: string, now: string): boolean {
  return wider[canonical(before)]?.includes(canonical(now)) ?? false;
}
