import * as z from "zod";
import { outside, type ReadStateDiagram, readStateDiagram } from "../../../diagrams/read/state";
import type { Fence } from "../../../markdown/document";
import { plain } from "../../../spec/document/cells";
import {
  diagramsIn,
  placeIn,
  type StatusField,
  statusFields,
} from "../../../spec/document/vocabulary";
import { defineSpecRule, type SpecRuleContext } from "../specRule";

type MessageId = "unreachable" | "deadEnd" | "notInModel" | "notInDiagram";

export const specStateMachine = defineSpecRule({
  meta: {
    name: "spec-state-machine",
    summary: "Draw state machines whose states are reached, left and those of the model",
    rationale:
      "A state that nothing leads to is never used, and one that nothing leads out of keeps a record for ever. A state " +
      "that only the diagram or only the model has is a change that was made in one place.",
    area: "spec",
    source: "the formats of specifications: State Machine",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      unreachable: "No way leads from the start to {state}.",
      deadEnd: "No way leads out of {state}, and it is not final: [*] follows only other states.",
      notInModel: "{field} has no state {state}.",
      notInDiagram: "The state machine has no state {state}.",
    },
  },
  check(context) {
    const diagrams = diagramsIn(context.spec, /^stateDiagram(?:-v2)?$/).map(({ fence }) => ({
      fence,
      diagram: readStateDiagram(fence.content),
    }));
    const free = statusFields(context.spec);
    for (const { fence, diagram } of diagrams) {
      if (diagram.states.length === 0) continue;
      checkWays(diagram, fence, context);
      const field = bestField(diagram, free);
      if (field === undefined) continue;
      free.splice(free.indexOf(field), 1);
      checkField(diagram, fence, field, context);
    }
  },
});

function checkWays(
  { states, transitions }: ReadStateDiagram,
  fence: Fence,
  { report }: SpecRuleContext<MessageId>,
): void {
  // Within a state of its own the ways begin and end elsewhere.
  if (states.some(({ composite }) => composite)) return;
  const starts = transitions.filter(({ from }) => from === outside).map(({ to }) => to);
  const reached = new Set(starts);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
  }
  const marksEnds = transitions.some(({ to }) => to === outside);
  for (const { id, label, range } of states) {
    const place = placeIn(fence, range);
    if (!reached.has(id)) report({ message: "unreachable", data: { state: label }, range: place });
    else if (marksEnds && !transitions.some(({ from }) => from === id)) {
      report({ message: "deadEnd", data: { state: label }, range: place });
    }
  }
}

/** The field that has most states in common with a diagram. */
function bestField({ states }: ReadStateDiagram, fields: readonly StatusField[]) {
  const names = new Set(states.flatMap(({ id, label }) => [plain(id), plain(label)]));
  const shared = ({ literals }: StatusField) =>
    literals.filter(({ value }) => names.has(plain(value))).length;
  const most = Math.max(0, ...fields.map(shared));
  return most === 0 ? undefined : fields.find((field) => shared(field) === most);
}

function checkField(
  { states }: ReadStateDiagram,
  fence: Fence,
  { name, literals }: StatusField,
  { report }: SpecRuleContext<MessageId>,
): void {
  const values = new Set(literals.map(({ value }) => plain(value)));
  for (const { id, label, range } of states) {
    if (values.has(plain(id)) || values.has(plain(label))) continue;
    const data = { field: name, state: label };
    report({ message: "notInModel", data, range: placeIn(fence, range) });
  }
  const names = new Set(states.flatMap(({ id, label }) => [plain(id), plain(label)]));
  for (const { value, range } of literals) {
    if (!names.has(plain(value)))
      report({ message: "notInDiagram", data: { state: value }, range });
  }
}
