import * as z from "zod";
import { schemaUses } from "../../../frameworks/fastapi/schemaUses";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { nameRange } from "../../syntax/functions";
import { Nesting } from "./nesting";

const options = z.strictObject({
  limit: z.int().min(1).default(2).describe("The most levels of schemas within a response."),
});

/** See docs/rules/schema-depth.md. */
export const schemaDepth = defineRule({
  meta: {
    name: "schema-depth",
    summary: "Keep responses flat",
    rationale:
      "Each schema within a schema is a query more, or a join, and clients get what they did not ask for. Where a " +
      "client needs the inner ones, an endpoint of their own, or their ids, say so. A page or a list around the " +
      "items is no level, nor is a schema that holds itself, as a tree does.",
    area: "schemas",
    source: "Schemas: keep schemas flat, avoid deep nesting unless the domain requires it",
    severity: "hint",
    on: { modular: "hint" },
    fix: "none",
    options,
    messages: { deep: "{name} nests schemas {depth} levels deep: {way}." },
  },
  check({ file, code, options: { limit }, report, locationOf }) {
    if (isAsideFile(file)) return;
    const responses = schemaUses(code).filter(
      ({ of, as }) => as === "response" && of.path === file.path,
    );
    const nesting = code.queries.get("nesting of schemas", () => new Nesting(code));
    for (const of of new Map(responses.map((use) => [use.of.node, use.of])).values()) {
      const way = nesting.longestWay(of);
      if (way.length <= limit) continue;
      const steps = way.map(({ owner, field }) => `${owner.name}.${field.name}`);
      const last = way.at(-1)?.of.name;
      report({
        message: "deep",
        data: {
          name: of.name,
          depth: String(way.length),
          way: [...steps, last].join(" → "),
        },
        range: nameRange(of.node),
        related: way.map(({ field, of: inner }) => ({
          location: locationOf(field.place),
          message: `${field.name} holds ${inner.name}`,
        })),
      });
    }
  },
});
