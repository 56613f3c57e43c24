import { type ClassV, constant, type Value } from "../../evaluation/value";
import type { DeclarativeRoot } from "./declarative";
import type { ScanContext } from "./scan";
import { specialAttribute } from "./tableArguments";

/**
 * The name of a class's table: `__tablename__` as the declarative scan takes it, else what the base makes of the class's
 * own (https://sqlmodel.tiangolo.com/tutorial/create-db-and-table/,
 * https://flask-sqlalchemy.palletsprojects.com/en/stable/models/). `undefined` where it has none.
 */
export function tableNameOf(
  of: ClassV,
  root: DeclarativeRoot | undefined,
  context: ScanContext,
  isInherited: boolean,
): Value | undefined {
  const stated = specialAttribute(of, "__tablename__", context)?.value;
  if (stated !== undefined) return stated;
  if (root?.kind === "sqlmodel") return constant(of.name.toLowerCase());
  return root?.kind === "flask" && !isInherited ? constant(snakeCase(of.name)) : undefined;
}

/** As Flask-SQLAlchemy names tables: `CamelCase` → `camel_case`. */
function snakeCase(name: string): string {
  return name
    .replace(/((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))/g, "_$1")
    .toLowerCase()
    .replace(/^_/, "");
}
