import { driftRule } from "../driftRule";

export const driftConfig = driftRule("config", {
  name: "drift-config",
  summary: "Keep the configuration of a spec as the settings are",
  rationale:
    "A deployment is set up by the variables, types and defaults that the spec lists; one that the code does not read has no effect, and one that is missing goes unset.",
});
