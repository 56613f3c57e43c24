import { driftRule } from "../driftRule";

export const driftEndpoint = driftRule("endpoint", {
  name: "drift-endpoint",
  summary: "Keep the endpoints of a spec as the routes are",
  rationale:
    "Clients are written from the method, path, status and response that the spec says. Names of path parameters and prefixes that the spec leaves out do not count.",
});
