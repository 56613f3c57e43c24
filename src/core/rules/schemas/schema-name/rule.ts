import * as z from "zod";
import { type SchemaUse, schemaUses } from "../../../frameworks/fastapi/schemaUses";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { nameRange } from "../../syntax/functions";
import { schemaSuffixes } from "./suffixes";

const options = z.strictObject({});

/** See docs/rules/schema-name.md. */
export const schemaName = defineRule({
  meta: {
    name: "schema-name",
    summary: "End the names of schemas with what they are for",
    rationale:
      "Of one thing there are several schemas: what a client sends to create it, what it may change, what it is shown. " +
      "With the same endings everywhere a name says which one it is. Only schemas that an endpoint reads as its body " +
      "or answers with count. The endings are those of names.schemas in the configuration, of its profile, or, where " +
      "nine of ten schemas keep to some, those.",
    area: "schemas",
    source: "Schemas: suffixes Create (input for creation), Update (input for mutation), Read",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: { suffix: "{name} is {use} of {route}; end its name with {suffixes}." },
  },
  check(context) {
    const { file, code, report, locationOf } = context;
    if (isAsideFile(file)) return;
    const uses = schemaUses(code).filter(({ of }) => of.path === file.path);
    if (uses.length === 0) return;
    const suffixes = schemaSuffixes(context);
    const byClass = new Map<object, SchemaUse>();
    for (const use of uses) if (!byClass.has(use.of.node)) byClass.set(use.of.node, use);
    for (const { of, as, endpoint } of byClass.values()) {
      if (suffixes === undefined || suffixes.fit(of.name)) continue;
      const { method, path, route } = endpoint;
      report({
        message: "suffix",
        data: {
          name: of.name,
          use: as === "body" ? "the body" : "the response",
          route: `${method} ${path}`,
          suffixes: suffixes.text,
        },
        range: nameRange(of.node),
        related: [{ location: locationOf(route.call.place), message: "the route" }],
      });
    }
  },
});
