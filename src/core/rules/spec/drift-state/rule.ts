import { driftRule } from "../driftRule";

export const driftState = driftRule("state", {
  name: "drift-state",
  summary: "Keep the states of a spec as the code moves through them",
  rationale:
    "A state or a transition on one side only means that somebody relies on a step that is not there, or overlooks one that is. Steps of which the code does not say where they start are not compared.",
});
