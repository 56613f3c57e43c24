import { ancestors } from "../../../evaluation/classes";
import { type ClassV, externalName } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { isModel } from "../../../frameworks/pydantic/kinds";
import type { Schema } from "../../../frameworks/pydantic/schema";
import type { CodeBase } from "../../../project/codeBase";
import type { PythonFile } from "../../../python/pythonFile";
import { isSameClass, type ProjectBase } from "./projectBase";

/** The names of Pydantic's own base. */
export const rawBases: ReadonlySet<string> = new Set([
  "pydantic.BaseModel",
  "pydantic.main.BaseModel",
]);

/** The schemas of a file that inherit Pydantic's `BaseModel` itself, though they could have the project's base. */
export function rawModels(file: PythonFile, base: ProjectBase, code: CodeBase): readonly ClassV[] {
  return backend.schemas(code).schemas.flatMap((schema) => {
    const { kind, value: of } = schema;
    if (kind !== "pydantic" || of.kind !== "class" || of.path !== file.path) return [];
    const isRaw = of.bases.some((one) => rawBases.has(externalName(one) ?? ""));
    // Above the base it is not there yet.
    if (of.path === base.of.path && of.node.line < base.of.node.line) return [];
    const isRelated = isAbove(of, base.of) || isAbove(base.of, of);
    return isRaw && !isRelated && isDataOnly(of) && !isForOthers(schema, base, code) ? [of] : [];
  });
}

/** Whether a class is nothing but a schema: what else it inherits from the project is one, too. */
function isDataOnly({ bases }: ClassV): boolean {
  return bases.every((one) => one.kind !== "class" || isModel(one));
}

/** Whether a class is another one, or another one inherits it. */
function isAbove(of: ClassV, below: ClassV): boolean {
  return ancestors(below).some((one) => isSameClass(one, of));
}

/**
 * Whether a class is there to be inherited: without fields it is a base as well, for schemas that are different on
 * purpose; beside the project's base it is a mixin.
 */
function isForOthers(
  { value: of, fields }: Schema,
  { of: base }: ProjectBase,
  code: CodeBase,
): boolean {
  if (of.kind !== "class") return false;
  return backend.schemas(code).schemas.some(({ value }) => {
    if (value.kind !== "class" || isSameClass(value, of) || !isAbove(of, value)) return false;
    return fields.length === 0 || isAbove(base, value);
  });
}
