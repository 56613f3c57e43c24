import { detection } from "../detection/detection";
import { isConstant } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { eventsOf } from "../frameworks/events/events";
import type { Schema } from "../frameworks/pydantic/schema";
import type { Task } from "../frameworks/tasks/task";
import { inspectedColumn, inspectedPlace } from "../inspect/inspect";
import type { CodeBase } from "../project/codeBase";
import { computedFields } from "./computedFields";
import type { Contract, ContractSchema, ContractTask } from "./contract";
import { readEndpoints } from "./readEndpoints";
import { typeShape } from "./typeShape";

/** What a code base promises, as its files stand. */
export function readContract(code: CodeBase): Contract {
  const parts = readParts(code);
  const files = Object.values(parts).flatMap((all) => all.map(({ file }) => file));
  const backends = new Map(
    [...new Set(files)].map((file) => [file, detection.backendOf(file, code)?.folder ?? ""]),
  );
  return { ...parts, backends };
}

function readParts(code: CodeBase): Omit<Contract, "backends"> {
  return {
    endpoints: readEndpoints(code),
    schemas: backend.schemas(code).schemas.map((schema) => readSchema(schema, code)),
    tables: backend.tables(code).tables.map(({ schema, table, columns, place }) => ({
      name: schema === null ? table : `${schema}.${table}`,
      columns: columns.map((column) => ({
        ...inspectedColumn(column),
        hasServerDefault: column.hasServerDefault,
      })),
      ...inspectedPlace(place),
    })),
    settings: backend.settings(code).settings.map((setting) => ({
      name: setting.environment,
      type: setting.type,
      isRequired: setting.required,
      default: setting.default,
      ...inspectedPlace(setting.place),
    })),
    tasks: backend
      .tasks(code)
      .tasks.filter(({ kind }) => kind !== "background")
      .map(readTask),
    events: eventsOf(code).map(({ name, fields, place }) => ({
      name,
      fields,
      ...inspectedPlace(place),
    })),
  };
}

function readSchema(
  { module, value, name, fields, config, place }: Schema,
  code: CodeBase,
): ContractSchema {
  const extra = config.get("extra");
  return {
    id: value.kind === "class" ? `${module}.${value.qualname}` : `${module}.${name}`,
    name,
    fields: [
      ...fields.map((field) => ({
        name: field.alias ?? field.name,
        isRequired: field.required,
        shape: typeShape(field.annotation),
        constraints: field.constraints,
        in: isConstant(field.info.get("exclude"), true) ? ("request" as const) : ("both" as const),
      })),
      ...(value.kind === "class" ? computedFields(value, code) : []),
    ],
    isStrict: extra?.kind === "constant" && extra.value === "forbid",
    ...inspectedPlace(place),
  };
}

/** Parameters that the library fills in: the task itself, or a context. */
const filledIn = new Set(["self", "cls", "ctx", "context"]);

function readTask({ name, kind, queue, function: func, place }: Task): ContractTask {
  const args = func?.node.nodeType === "Lambda" ? undefined : func?.node.args;
  if (args === undefined) return { name, kind, queue, parameters: null, ...inspectedPlace(place) };
  const positional = [...args.posonlyargs, ...args.args];
  const required = positional.length - args.defaults.length;
  const parameters = [
    ...positional.map(({ arg }, index) => ({ name: arg, isRequired: index < required })),
    ...args.kwonlyargs.map(({ arg }, index) => ({
      name: arg,
      isRequired: args.kw_defaults[index] === null,
    })),
  ].filter((one) => !filledIn.has(one.name));
  return { name, kind, queue, parameters, ...inspectedPlace(place) };
}
