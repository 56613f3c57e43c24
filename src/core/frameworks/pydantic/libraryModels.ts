import type { Ancestor } from "../../evaluation/classes";
import { argumentsOf } from "../../evaluation/types";
import {
  type ClassV,
  constant,
  external,
  externalName,
  none,
  type Value,
} from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import type { Declaration } from "./fields";
import { typeText } from "./typeText";

/** A field of a library's model: its type, `$0` for the first type argument, and its default. */
interface LibraryField {
  readonly name: string;
  readonly type: string;
  readonly default?: Value;
}

const flags: readonly LibraryField[] = ["is_active", "is_superuser", "is_verified"].map((name) => ({
  name,
  type: "bool",
  default: constant(name === "is_active"),
}));

const optionalFlags: readonly LibraryField[] = ["is_active", "is_superuser", "is_verified"].map(
  (name) => ({ name, type: "bool | None", default: constant(name === "is_active") }),
);

/**
 * Models of libraries that projects build theirs on:
 * https://github.com/fastapi-users/fastapi-users/blob/v14.0.0/fastapi_users/schemas.py
 */
const libraryModels: Readonly<Record<string, readonly LibraryField[]>> = nameTable({
  "fastapi_users.schemas.BaseUser": [
    { name: "id", type: "$0" },
    { name: "email", type: "EmailStr" },
    ...flags,
  ],
  "fastapi_users.schemas.BaseUserCreate": [
    { name: "email", type: "EmailStr" },
    { name: "password", type: "str" },
    ...optionalFlags,
  ],
  "fastapi_users.schemas.BaseUserUpdate": [
    { name: "password", type: "str | None", default: none },
    { name: "email", type: "EmailStr | None", default: none },
    ...optionalFlags.map((field) => ({ ...field, default: none })),
  ],
});

/** The fields that a class has from a library's model among its bases. */
export function libraryFields(of: ClassV, owner: Ancestor): readonly Declaration[] {
  const name = externalName(owner);
  const fields = name === undefined ? undefined : libraryModels[name];
  if (fields === undefined) return [];
  const base = of.bases.find((one) => one.kind === "subscript" && externalName(one.value) === name);
  const [argument] = base === undefined ? [] : argumentsOf(base);
  const { path, node } = of;
  return fields.map(
    (field): Declaration => ({
      name: field.name,
      type: field.type === "$0" ? (argument ? typeText(argument) : "ID") : field.type,
      annotation: field.type === "$0" ? argument : external(field.type.replace(" | None", "")),
      member: field.default,
      place: { path, line: node.line, character: node.character },
      owner,
    }),
  );
}
