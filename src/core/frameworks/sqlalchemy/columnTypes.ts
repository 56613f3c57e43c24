import { externalName, optionsOf, usualOf, type Value } from "../../evaluation/value";

/** Names under which libraries export a type class that has another name. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["INT", "INTEGER"],
  ["NVARCHAR2", "NVARCHAR"],
  ["pgvector.sqlalchemy.Vector", "VECTOR"],
  ["pgvector.sqlalchemy.HalfVec", "HALFVEC"],
  ["pgvector.sqlalchemy.SparseVec", "SPARSEVEC"],
]);

/** Methods of a type that give a type of the same class. */
const copying: ReadonlySet<string> = new Set([
  "with_variant",
  "evaluates_none",
  "copy",
  "_copy",
  "as_generic",
]);

/** The parts of a column or table that are no types (https://docs.sqlalchemy.org/en/20/core/schema.html). */
export const schemaItems: ReadonlySet<string> = new Set([
  "ForeignKey",
  "Sequence",
  "Computed",
  "Identity",
  "CheckConstraint",
  "FetchedValue",
  "DefaultClause",
  "ColumnDefault",
  "UniqueConstraint",
  "PrimaryKeyConstraint",
  "ForeignKeyConstraint",
  "Index",
  "Column",
]);

/**
 * The name of the class of a column's type, as `type(column.type).__name__`: a class or an object of one, a library's
 * or the project's own. `undefined` where it is known only when the code runs.
 */
export function typeName(given: Value): string | undefined {
  const value = usualOf(given);
  switch (value.kind) {
    case "external":
    case "attribute":
      return nameOfExternal(value);
    case "class":
      return value.name;
    case "instance":
      return value.class.name;
    case "subscript":
      return typeName(value.value);
    case "choice": {
      const [first, ...rest] = optionsOf(value).map(typeName);
      return rest.every((one) => one === first) ? first : undefined;
    }
    case "call": {
      const { func, args } = value;
      if (func.kind === "attribute") {
        // `MutableDict.as_mutable(JSONB)` gives an object of the type itself.
        if (func.attr === "as_mutable") return args[0] && typeName(args[0]);
        if (copying.has(func.attr)) return typeName(func.value);
      }
      if (func.kind === "external" && func.name.endsWith(".as_mutable")) {
        return args[0] && typeName(args[0]);
      }
      if (func.kind === "call" && externalName(func.func) === "functools.partial") {
        return func.args[0] && typeName(func.args[0]);
      }
      return func.kind === "external" || func.kind === "attribute" || func.kind === "subscript"
        ? typeName(func)
        : undefined;
    }
    default:
      return undefined;
  }
}

function nameOfExternal(value: Value): string | undefined {
  const name =
    externalName(value) ?? (value.kind === "attribute" ? `sqlalchemy.${value.attr}` : undefined);
  if (name === undefined || name.startsWith("builtins.") || !name.includes(".")) return undefined;
  const last = name.slice(name.lastIndexOf(".") + 1);
  // Classes begin with a capital; a lower-case name of a library's is a function or an object.
  if (!/^_*[A-Z]/.test(last)) return undefined;
  return aliases.get(name) ?? aliases.get(last) ?? last;
}
