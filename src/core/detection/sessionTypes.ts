import { foreignBase } from "../evaluation/classes";
import { plainType } from "../evaluation/types";
import { externalName, optionsOf, type Value } from "../evaluation/value";

/** What code talks to a database through. */
export interface SessionKind {
  /** The dotted name of the library's class. */
  readonly name: string;
  readonly isAsync: boolean;
}

const sessions =
  /^(?:sqlalchemy|sqlmodel|sqlalchemy_utils|databases|asyncpg)\.(?:\w+\.)*(Session|AsyncSession|scoped_session|async_scoped_session|Connection|AsyncConnection|Database|Pool)$/;

/** The session that a value of a type is; `undefined` for anything else. */
export function sessionKind(type: Value | undefined): SessionKind | undefined {
  if (type === undefined) return undefined;
  for (const option of optionsOf(plainType(type))) {
    if (option.kind === "call" && /\bNewType$/.test(externalName(option.func) ?? "")) {
      const found = sessionKind(option.args[1]);
      if (found !== undefined) return found;
    }
    const base = option.kind === "subscript" ? option.value : option;
    const name = base.kind === "class" ? externalName(foreignBase(base)) : externalName(base);
    const last = name === undefined ? undefined : sessions.exec(name)?.[1];
    if (name === undefined || last === undefined) continue;
    return { name, isAsync: /^(?:databases|asyncpg)\.|async/i.test(name) };
  }
  return undefined;
}

/** The session that an object is: of that type, or made by a call of it. */
export function sessionOf(value: Value): SessionKind | undefined {
  for (const option of optionsOf(value)) {
    const type =
      option.kind === "some"
        ? option.type
        : option.kind === "instance"
          ? option.class
          : option.kind === "call"
            ? option.func
            : undefined;
    const found = sessionKind(type);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Methods of a session that read or write rows. */
export const queryMethods: ReadonlySet<string> = new Set(
  (
    "execute scalar scalars stream stream_scalars get get_one query add add_all delete merge exec refresh " +
    "bulk_save_objects bulk_insert_mappings bulk_update_mappings fetch_one fetch_all fetch_val execute_many iterate " +
    "fetch fetchrow fetchval executemany"
  ).split(" "),
);
