import { runFollowed } from "../../../evaluation/functionRuns";
import { unionMembers } from "../../../evaluation/types";
import { type CallV, type ClassV, externalName, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import {
  allParameters,
  endpointDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import type { CodeBase } from "../../../project/codeBase";

/** A call that makes a dict of all fields of a PATCH request's body, sent or not. */
export interface WholeDump {
  readonly call: CallV;
  readonly endpoint: Endpoint;
  readonly schema: ClassV;
  /** A field that has a value of its own where the client sends none. */
  readonly field: string;
}

/** The whole dumps of PATCH bodies, by the files that they stand in: in the handlers, and in what these call. */
export function wholeDumps(code: CodeBase): ReadonlyMap<string, readonly WholeDump[]> {
  return code.queries.get("whole dumps of PATCH bodies", () => {
    const found = new Map<string, WholeDump[]>();
    for (const endpoint of backend.routing(code).endpoints) {
      if (endpoint.method !== "PATCH") continue;
      for (const dump of dumpsIn(endpoint, code)) {
        const { path } = dump.call.place;
        const before = found.get(path) ?? [];
        if (before.some(({ call }) => call.node === dump.call.node)) continue;
        found.set(path, [...before, dump]);
      }
    }
    return found;
  });
}

function dumpsIn(endpoint: Endpoint, code: CodeBase): readonly WholeDump[] {
  const { handler } = endpoint;
  if (handler.kind !== "function") return [];
  const bodies = allParameters(endpointDependencies(endpoint, code)).filter(
    (one) => one.in === "body",
  );
  const dumped = bodies.flatMap(({ name, type }) => {
    const [schema, ...others] = type === undefined ? [] : unionMembers(type);
    if (schema?.kind !== "class" || others.length > 0) return [];
    const field = fieldWithDefault(schema, code);
    return field === undefined ? [] : [{ name, schema, field }];
  });
  if (dumped.length === 0) return [];
  const { parameters, effects } = runFollowed(code, handler);
  return dumped.flatMap(({ name, schema, field }) => {
    const body = parameters.get(name);
    const calls = effects.filter(({ call }) => body !== undefined && dumpsAll(call, body));
    return calls.map(({ call }) => ({ call, endpoint, schema, field }));
  });
}

function fieldWithDefault(of: ClassV, code: CodeBase): string | undefined {
  const schema = backend.schemas(code).schemas.find(({ value }) => value === of);
  return schema?.fields.find(({ required }) => !required)?.name;
}

const choosing = ["exclude_unset", "exclude_none", "exclude_defaults", "include"];

/** `body.model_dump()`, `body.dict()`, `jsonable_encoder(body)`, none of which is asked for less than all. */
function dumpsAll({ func, args, keywords, open }: CallV, body: Value): boolean {
  const isMethod =
    func.kind === "attribute" && /^(model_dump|dict)$/.test(func.attr) && func.value === body;
  const isEncoder = externalName(func) === "fastapi.encoders.jsonable_encoder" && args[0] === body;
  return (isMethod || isEncoder) && !open && choosing.every((one) => !isAsked(keywords.get(one)));
}

/** Whether an argument is given, and not as what it is by default. */
function isAsked(value: Value | undefined): boolean {
  return value !== undefined && !(value.kind === "constant" && !value.value);
}
