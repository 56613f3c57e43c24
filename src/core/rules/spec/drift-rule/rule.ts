import { driftRule } from "../driftRule";

export const driftBusinessRule = driftRule("rule", {
  name: "drift-rule",
  summary: "Name each business rule in the code and in a test",
  rationale:
    "A rule that no code names is not known to hold, one that no test names may stop to. An ID in the code that the spec lacks stands for a rule that nobody can look up. Asked of specs whose rules are named there at all.",
});
