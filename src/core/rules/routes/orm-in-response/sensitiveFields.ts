import { argumentsOf, unionMembers } from "../../../evaluation/types";
import { type ClassV, externalName, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { type SchemaUse, schemaUses } from "../../../frameworks/fastapi/schemaUses";
import type { SchemaField } from "../../../frameworks/pydantic/schema";
import type { CodeBase } from "../../../project/codeBase";

/** A field of a response that holds what no client should read. */
export interface SensitiveField {
  readonly of: ClassV;
  readonly field: SchemaField;
  readonly endpoint: Endpoint;
}

/** What a password is stored as. */
const hashes =
  /^(\w+_)?(hashed|encrypted|crypted|salted)_?(password|passwd|pwd)$|^(\w+_)?(password|passwd|pwd)_?(hash|hashed|digest|salt|encrypted)$/i;
/** A password itself: deeper in an answer it may be a part of what the client wrote, such as a connection. */
const passwords = /^(password|passwd)$/i;

/** How deep schemas are followed into each other. */
const deepest = 4;

/** The sensitive fields that responses have, at any depth, each once. @param sensitive names that the configuration lists */
export function sensitiveFields(
  code: CodeBase,
  sensitive: readonly string[],
): readonly SensitiveField[] {
  const listed = new Set(sensitive);
  const found = new Map<SchemaField, SensitiveField>();
  const schemas = new Map(backend.schemas(code).schemas.map((one) => [one.value, one]));
  const look = (of: ClassV, endpoint: Endpoint, above: readonly ClassV[]): void => {
    if (above.includes(of) || above.length >= deepest) return;
    for (const field of schemas.get(of)?.fields ?? []) {
      const { name } = field;
      const isPassword = above.length === 0 && passwords.test(name);
      const isNamed = isPassword || hashes.test(name) || listed.has(name);
      if (isNamed && isShown(field) && !found.has(field)) found.set(field, { of, field, endpoint });
      for (const inner of classesIn(field.annotation)) look(inner, endpoint, [...above, of]);
    }
  };
  for (const { of, endpoint } of schemaUses(code).filter(isAnswer)) look(of, endpoint, []);
  return [...found.values()];
}

/** Whether an answer has all fields of its schema. */
function isAnswer({ as, endpoint }: SchemaUse): boolean {
  const { keywords } = endpoint.route.call;
  return (
    as === "response" &&
    !keywords.has("response_model_exclude") &&
    !keywords.has("response_model_include")
  );
}

/** Whether a field is written out as it is: not left out, and no `SecretStr`, which masks itself. */
function isShown({ info, annotation }: SchemaField): boolean {
  const exclude = info.get("exclude");
  if (exclude?.kind === "constant" && exclude.value === true) return false;
  const types = annotation === undefined ? [] : unionMembers(annotation);
  const texts = types.filter((one) => !(one.kind === "constant" && one.value === null));
  return (
    texts.length > 0 &&
    texts.every((one) => /^builtins\.(str|bytes)$/.test(externalName(one) ?? ""))
  );
}

function classesIn(type: Value | undefined): readonly ClassV[] {
  if (type === undefined) return [];
  return unionMembers(type).flatMap((one) =>
    one.kind === "class" ? [one] : argumentsOf(one).flatMap(classesIn),
  );
}
