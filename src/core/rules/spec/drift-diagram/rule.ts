import { driftRule } from "../driftRule";

export const driftDiagram = driftRule("diagram", {
  name: "drift-diagram",
  summary: "Keep the diagrams of a spec as the code is",
  rationale:
    "A diagram is what people remember. A part that the code does not have, a call that it does not make, or one that is missing misleads them. What a diagram leaves out on purpose is not asked for: only services and what is outside.",
});
