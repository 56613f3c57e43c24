import * as z from "zod";
import { importsReach } from "../../../project/importsReach";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { nameRange } from "../../syntax/functions";
import { isBuiltFromModels } from "./builtFromModels";
import { baseFix } from "./fix";
import { projectBase } from "./projectBase";
import { rawModels } from "./rawModels";

const options = z.strictObject({});

/** See docs/rules/raw-base-model.md. */
export const rawBaseModel = defineRule({
  meta: {
    name: "raw-base-model",
    summary: "Let schemas inherit the project's base",
    rationale:
      "The project's base holds what all schemas have in common: that they are built from objects, how their fields are " +
      "named in JSON, what they do with unknown ones. A schema that inherits BaseModel itself behaves differently, " +
      "which shows when a route answers with it. Which class the base is, schemas.base of the configuration says, or " +
      "the code itself: the class without fields that most schemas inherit, or most of those with from_attributes, " +
      "which then are the only ones it is asked of.",
    area: "schemas",
    source:
      "Anti-pattern 7: all Pydantic models inherit from Schema, to get from_attributes, never from raw BaseModel",
    severity: "warning",
    on: { modular: "warning", layered: "warning" },
    fix: "unsafe",
    options,
    messages: { raw: "{name} inherits BaseModel; the project's base is {base}." },
  },
  check(context) {
    const { file, code, report, locationOf } = context;
    if (isAsideFile(file)) return;
    const base = projectBase(context);
    // What the base is made of cannot inherit it.
    if (base === undefined || importsReach(base.of.path, file.path, code)) return;
    const { path, node } = base.of;
    const place = { path, line: node.nameLine, character: node.nameCharacter };
    const raw = rawModels(file, base, code).filter(
      (of) => base.isForAll || isBuiltFromModels(of, code),
    );
    for (const of of raw) {
      const fix = baseFix(of, base, raw.length, context);
      report({
        message: "raw",
        data: { name: of.name, base: `${base.module}.${base.of.name}` },
        range: nameRange(of.node),
        related: [{ location: locationOf(place), message: "the project's base" }],
        ...(fix && { fix }),
      });
    }
  },
});
