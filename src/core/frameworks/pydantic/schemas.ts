import type { ClassV } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { classesOf } from "./classesOf";
import { configOf } from "./config";
import { createdModel, isCreatedModel } from "./createModel";
import { fieldsOf } from "./fields";
import { schemaKind } from "./kinds";
import type { PydanticMajor, Schema, Unresolved } from "./schema";
import { typeText } from "./typeText";
import { validatorsOf } from "./validators";

/** The schemas of some modules, in the order of the modules and of their text. */
export interface Schemas {
  readonly schemas: readonly Schema[];
  readonly unresolved: readonly Unresolved[];
}

/**
 * Pydantic models, dataclasses and typed dicts. Settings and the tables of SQLModel are none.
 * @param pydanticMajor the version of Pydantic that the project uses
 */
export function schemasOf(
  runs: readonly ModuleRun[],
  codeBase: CodeBase,
  pydanticMajor: PydanticMajor,
): Schemas {
  const schemas: Schema[] = [];
  const unresolved: Unresolved[] = [];
  for (const run of runs) {
    const found: Schema[] = [];
    for (const of of classesOf(run)) {
      const kind = schemaKind(of);
      if (kind !== undefined) found.push(schemaOf(codeBase, of, kind, pydanticMajor));
    }
    for (const { call } of run.effects) {
      if (!isCreatedModel(call)) continue;
      const made = createdModel(codeBase, call, pydanticMajor);
      if (made !== undefined) found.push(made);
      if (made === undefined || call.open) {
        const what = made
          ? "fields of create_model that are computed"
          : "create_model with a computed name";
        unresolved.push({ ...call.place, what });
      }
    }
    schemas.push(...found.sort((a, b) => a.place.line - b.place.line));
  }
  return { schemas, unresolved };
}

/** One class as a schema. */
export function schemaOf(
  codeBase: CodeBase,
  of: ClassV,
  kind: Schema["kind"],
  pydanticMajor: PydanticMajor,
): Schema {
  const { path, node } = of;
  return {
    name: of.name,
    kind,
    value: of,
    module: of.module,
    place: { path, line: node.line, character: node.character },
    bases: of.bases.map(typeText),
    description: docstringOf(node.body),
    fields: fieldsOf(codeBase, of, kind, pydanticMajor),
    validators: kind === "typed-dict" ? [] : validatorsOf(of),
    config: configOf(of),
  };
}

/** The docstring that a body begins with, without indentation. */
export function docstringOf(body: ClassV["node"]["body"]): string | null {
  const [first] = body;
  if (first?.nodeType !== "Expr" || first.value.nodeType !== "Constant") return null;
  const { value } = first.value;
  if (typeof value !== "string") return null;
  return value
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
