import * as z from "zod";
import { allRules } from "../rules/registry";
import { configSchema } from "./schema";

/** The part of JSON Schema that the configuration's uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly propertyNames?: JsonSchema;
}

/** The JSON Schema of `.backend-spec.yaml`, with every rule by name; `schemas/` holds it for editors. */
export function configJsonSchema(): JsonSchema {
  // `toJSONSchema` types its result as any JSON Schema; ours uses only the part above.
  const schema = z.toJSONSchema(configSchema, { io: "input" }) as JsonSchema;
  return { ...schema, ...withRules(schema) };
}

/** Names the rules wherever a mapping of rules stands: at the top and in overrides. */
function withRules(schema: JsonSchema): JsonSchema {
  const { properties = {} } = schema;
  const named = Object.fromEntries(
    Object.entries(properties).map(([key, value]): [string, JsonSchema] => {
      if (key === "rules") return [key, { ...value, properties: ruleProperties(value) }];
      const items = value.items?.properties ? { items: withRules(value.items) } : {};
      return [key, { ...value, ...items }];
    }),
  );
  return { ...schema, properties: named };
}

function ruleProperties(mapping: JsonSchema): Record<string, JsonSchema> {
  const setting =
    typeof mapping.additionalProperties === "object" ? mapping.additionalProperties : {};
  return Object.fromEntries(
    allRules.map(({ meta }): [string, JsonSchema] => {
      const options = z.toJSONSchema(meta.options, { io: "input" }) as JsonSchema;
      const anyOf = (setting.anyOf ?? []).map((choice) =>
        choice.type === "object"
          ? { ...choice, properties: { ...choice.properties, ...options.properties } }
          : choice,
      );
      return [meta.name, { description: `${meta.summary}.`, anyOf }];
    }),
  );
}
