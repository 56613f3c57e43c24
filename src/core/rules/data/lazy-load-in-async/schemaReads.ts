import { classOf } from "../../../evaluation/attributes";
import type { ExpressionValues } from "../../../evaluation/functionRuns";
import { argumentsOf, plainType } from "../../../evaluation/types";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  type Value,
} from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { operationOf } from "../../../frameworks/fastapi/operation";
import type { Schema } from "../../../frameworks/pydantic/schema";
import type { CodeBase } from "../../../project/codeBase";
import type { Call, Expression } from "../../../python/ast/nodes";
import type { HeldRow } from "./heldRows";

const lists =
  /^(?:builtins\.list|typing\.(?:List|Sequence|Iterable)|collections\.abc\.(?:Sequence|Iterable))$/;

/** The attributes that the response schema of a handler reads off a row, or rows, that it returns. */
export function readByResponse(
  { node }: FunctionV,
  { isMany }: HeldRow,
  code: CodeBase,
): readonly string[] {
  const models = backend
    .routing(code)
    .endpoints.filter(({ handler }) => handler.node === node)
    .map((endpoint) => operationOf(endpoint, code).responseModel);
  const [model, ...others] = models;
  if (model === undefined || others.length > 0) return [];
  const type = plainType(model);
  const isList = type.kind === "subscript" && lists.test(externalName(type.value) ?? "");
  const of = isList ? argumentsOf(type)[0] : type;
  return of?.kind === "class" && isList === isMany ? fieldsRead(of, code) : [];
}

/** What `Schema.model_validate(row)` and `Schema.from_orm(row)` read; `undefined` for any other call. */
export function readByConversion(
  { func }: Call,
  call: CallV | undefined,
): ((row: HeldRow, code: CodeBase) => readonly string[]) | undefined {
  if (func.nodeType !== "Attribute" || !isConversion(func.attr)) return undefined;
  const of = schemaClass(call?.func);
  return of && ((_, code) => fieldsRead(of, code));
}

/** Whether a method of a schema makes one of an object. */
export function isConversion(method: string): boolean {
  return method === "model_validate" || method === "from_orm";
}

function schemaClass(func: Value | undefined): ClassV | undefined {
  return func?.kind === "attribute" && func.value.kind === "class" ? func.value : undefined;
}

/** The names in `data.model_dump()`, or more; `undefined` for what is no dump of a schema. */
export function namesDumped(
  node: Expression,
  values: ExpressionValues,
  code: CodeBase,
): readonly string[] | undefined {
  if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return undefined;
  if (!/^(?:model_dump|dict)$/.test(node.func.attr)) return undefined;
  const data = values.get(node.func.value);
  const of = data && classOf(data);
  return of && schemaFor(of, code)?.fields.map(({ name }) => name);
}

/** The fields of a schema that are read off an object by their names. */
function fieldsRead(of: ClassV, code: CodeBase): readonly string[] {
  const schema = schemaFor(of, code);
  // What takes the object first may read it in its own way.
  const isTaken = schema?.validators.some(
    ({ kind, mode }) => kind === "model" && (mode === "before" || mode === "wrap"),
  );
  if (schema === undefined || isTaken) return [];
  return schema.fields.flatMap(({ name, alias, info }) =>
    alias === null && !info.has("validation_alias") && !info.has("exclude") ? [name] : [],
  );
}

function schemaFor(of: ClassV, code: CodeBase): Schema | undefined {
  return backend
    .schemas(code)
    .schemas.find(({ value }) => value.kind === "class" && value.node === of.node);
}
