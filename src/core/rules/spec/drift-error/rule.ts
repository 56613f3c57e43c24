import { driftRule } from "../driftRule";

export const driftError = driftRule("error", {
  name: "drift-error",
  summary: "Keep the errors of a spec as the code raises and answers them",
  rationale:
    "Clients handle the errors that the spec lists, with the status and code that it says. One that the code never raises, raises besides, or answers with another status is handled wrongly.",
});
