import * as z from "zod";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { nameRange } from "../../syntax/functions";
import { fieldOnlyEnums } from "./fieldOnlyEnums";

const options = z.strictObject({});

/** See docs/rules/enum-over-literal.md. */
export const enumOverLiteral = defineRule({
  meta: {
    name: "enum-over-literal",
    summary: "Say which strings a schema field takes with Literal rather than an Enum",
    rationale:
      "An enumeration whose members nobody names is only a list of strings. `Literal` says the same where it is " +
      "used, needs no `.value`, and looks the same in the OpenAPI schema.",
    area: "schemas",
    source: "Schemas: Literal types for enums with string values",
    severity: "hint",
    on: { modular: "hint" },
    fix: "none",
    options,
    messages: {
      literal: "{name} is only the type of schema fields; {literal} says the same.",
    },
  },
  check({ file, code, report }) {
    if (isAsideFile(file)) return;
    const enums = fieldOnlyEnums(code);
    for (const node of file.parsed.module.body) {
      if (node.nodeType !== "ClassDef") continue;
      const values = enums.get(`${file.path}:${node.name}`);
      if (values === undefined) continue;
      const literal = `Literal[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
      report({ message: "literal", data: { name: node.name, literal }, range: nameRange(node) });
    }
  },
});
