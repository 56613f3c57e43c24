import { driftRule } from "../driftRule";

export const driftDependency = driftRule("dependency", {
  name: "drift-dependency",
  summary: "Keep the dependencies of a spec as the code has them",
  rationale:
    "Operations plans by the dependencies that the spec lists, with their timeouts and attempts. One that the code does not need, needs besides, or waits for longer makes the plan wrong.",
});
