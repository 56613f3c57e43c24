import { driftRule } from "../driftRule";

export const driftEvent = driftRule("event", {
  name: "drift-event",
  summary: "Keep the events of a spec as the code sends them",
  rationale:
    "Whoever listens to an event does so by the type and the payload that the spec shows. One that is never sent, is sent besides, or carries something else breaks them unseen.",
});
