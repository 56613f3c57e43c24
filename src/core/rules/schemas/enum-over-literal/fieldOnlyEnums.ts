import { enumMembers, isEnum } from "../../../evaluation/enums";
import { type ClassV, textOf, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { CodeBase } from "../../../project/codeBase";
import { walk } from "../../../python/ast/visit";

/** The string enumerations that are nothing but the type of schema fields, as `path:Name`, with their strings. */
export function fieldOnlyEnums(code: CodeBase): ReadonlyMap<string, readonly string[]> {
  return code.queries.get("enums for fields only", () => fieldOnlyEnumsNow(code));
}

function fieldOnlyEnumsNow(code: CodeBase): ReadonlyMap<string, readonly string[]> {
  const candidates = new Map<string, { readonly of: ClassV; fields: number }>();
  for (const { kind, fields } of backend.schemas(code).schemas) {
    if (kind !== "pydantic") continue;
    for (const field of fields) {
      if (field.inheritedFrom !== null) continue;
      for (const of of enumsIn(field.annotation)) {
        const key = `${of.path}:${of.qualname}`;
        const known = candidates.get(key) ?? { of, fields: 0 };
        known.fields++;
        candidates.set(key, known);
      }
    }
  }
  const found = new Map<string, readonly string[]>();
  if (candidates.size === 0) return found;
  const mentions = mentionsOfNames(code);
  for (const [key, { of, fields }] of candidates) {
    const values = stringsOf(of);
    // Its definition is no mention; each field is one, and an import of it is none.
    if (values !== undefined && mentions.get(of.name) === fields) found.set(key, values);
  }
  return found;
}

/** The strings of an enumeration that has members, all of them strings, and nothing else. */
function stringsOf(of: ClassV): readonly string[] | undefined {
  const members = enumMembers(of);
  const values = members.flatMap(({ value }) => textOf(value) ?? []);
  const isPlain = of.node.body.every(
    ({ nodeType }) => nodeType === "Assign" || nodeType === "Expr" || nodeType === "Pass",
  );
  return isPlain && members.length > 0 && values.length === members.length ? values : undefined;
}

function enumsIn(annotation: Value | undefined): readonly ClassV[] {
  switch (annotation?.kind) {
    case "class":
      return isEnum(annotation) ? [annotation] : [];
    case "subscript":
      return enumsIn(annotation.slice);
    case "operation":
      return annotation.operands.flatMap(enumsIn);
    case "list":
      return annotation.items.flatMap(enumsIn);
    default:
      return [];
  }
}

/** How often each name is used in the whole project, tests included: as a name, an attribute, or within a string. */
function mentionsOfNames(code: CodeBase): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const path of code.paths) {
    for (const [name, count] of mentionsIn(path, code)) all.set(name, (all.get(name) ?? 0) + count);
  }
  return all;
}

function mentionsIn(path: string, code: CodeBase): ReadonlyMap<string, number> {
  return code.queries.get(`mentions of names ${path}`, () => {
    const found = new Map<string, number>();
    const add = (name: string): void => {
      found.set(name, (found.get(name) ?? 0) + 1);
    };
    for (const statement of code.statements(path)) {
      walk(statement, (node) => {
        if (node.nodeType === "Name") add(node.id);
        else if (node.nodeType === "Attribute") add(node.attr);
        else if (node.nodeType === "alias" && node.asname !== null) add(node.name);
        else if (node.nodeType === "Constant" && typeof node.value === "string") {
          for (const [word] of node.value.matchAll(/\b[A-Z]\w+/g)) add(word);
        }
      });
    }
    return found;
  });
}
