import * as z from "zod";
import { defineSpecRule } from "../specRule";

export const specPythonSyntax = defineSpecRule({
  meta: {
    name: "spec-python-syntax",
    summary: "Write Python in a spec that Python can read",
    rationale:
      "What is compared with code, scaffolded or copied from a spec has to parse. A fence that does not is also skipped by " +
      "every other check.",
    area: "spec",
    source: "the formats of specifications: models, signatures and examples are Python",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: { syntax: "This is no Python." },
  },
  check({ spec, report }) {
    for (const { errors } of spec.python) {
      const [first] = errors;
      if (first !== undefined) report({ message: "syntax", range: first });
    }
  },
});
