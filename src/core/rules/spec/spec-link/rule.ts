import * as z from "zod";
import { linksIn } from "../../../spec/document/links";
import { defineSpecRule } from "../specRule";

export const specLink = defineSpecRule({
  meta: {
    name: "spec-link",
    summary: "Name only files and modules that exist",
    rationale:
      "A spec is followed to its code and to the documents around it. A path that leads nowhere says that one of the two " +
      "was moved, and that nobody compares them any more.",
    area: "spec",
    source: "the compact format: Module and Spec Reference below the title",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: { missing: "There is no {path}." },
  },
  check({ spec, exists, report }) {
    for (const { path, range } of linksIn(spec)) {
      if (!exists(path)) report({ message: "missing", data: { path }, range });
    }
  },
});
