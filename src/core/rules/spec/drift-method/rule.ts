import { driftRule } from "../driftRule";

export const driftMethod = driftRule("method", {
  name: "drift-method",
  summary: "Keep the interface of a spec as its service is",
  rationale:
    "Who writes a call from the spec finds out at run time that a method has gone, is new, or takes something else. Names, types, defaults and `async` are compared, types by what they mean.",
});
