import { driftRule } from "../driftRule";

export const driftModel = driftRule("model", {
  name: "drift-model",
  summary: "Keep the models of a spec as tables and schemas are",
  rationale:
    "A field that only one side has, or that has another type or may be empty on one side only, breaks whoever reads or writes it. Inherited fields may be left out of a spec.",
});
