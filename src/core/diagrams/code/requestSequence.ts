import type { CodePlace } from "../../behaviour/place";
import {
  callsIn,
  type FlowCall,
  type FlowRaise,
  type FlowStep,
  type RequestFlow,
} from "../../behaviour/requestFlow";
import type { DiagramText } from "../diagramText";
import { type SequenceStep, sequenceLines } from "../sequence";
import { MermaidIds } from "./mermaidIds";

/** The most messages and notes that one picture shows. */
const mostSteps = 80;

/** A request, or a call of a method, as its sequence shows it. */
export interface ShownRequest {
  /** Who asks. */
  readonly caller: string;
  /** What is asked: `GET /users`. */
  readonly text: string;
  readonly status: number | undefined;
  readonly response: string | undefined;
  readonly flow: RequestFlow;
  /** The handler, or the method. */
  readonly place: CodePlace;
}

/** The calls that a request leads to, in the order of the code, with the conditions that they hang on. */
export function requestSequence(request: ShownRequest): readonly DiagramText[] {
  const { caller, text: asked, status, response, flow, place } = request;
  const own = flow.start;
  const ids = new MermaidIds("p");
  const shown = limited(flow.steps);
  const leftOut = flow.leftOut + shown.leftOut;
  const places = new Map<string, CodePlace>([[own, place]]);
  for (const { to, target } of callsIn(shown.steps)) {
    if (target !== undefined && !places.has(to)) places.set(to, target);
  }
  const parts = [
    ...new Set(["Client", own, ...callsIn(shown.steps).flatMap(({ from, to }) => [from, to])]),
  ];
  for (const part of parts) ids.of(part);
  const router = ids.of(own);
  const answer = [status, response].filter((one) => one !== undefined).join(" ");
  const note = (text: string): SequenceStep => ({ kind: "note", over: router, text, place });
  return sequenceLines({
    participants: parts.map((label) => ({ id: ids.of(label), label, place: places.get(label) })),
    steps: [
      { kind: "call", from: ids.of(caller), to: router, text: asked, place },
      ...shown.steps.flatMap((step) => stepsOf(step, ids)),
      ...(callsIn(shown.steps).length > 0
        ? []
        : flow.unresolved.map(({ text, ...at }): SequenceStep => {
            return {
              kind: "note",
              over: router,
              text: `calls ${text}, of which nothing is known`,
              place: at,
            };
          })),
      ...(leftOut > 0
        ? [note(`${leftOut} more ${leftOut === 1 ? "step" : "steps"} left out`)]
        : []),
      { kind: "answer", from: router, to: ids.of(caller), text: answer || "answer", place },
    ],
  });
}

function stepsOf(step: FlowStep, ids: MermaidIds): readonly SequenceStep[] {
  if (step.kind === "raise") {
    const { by, text, path, line } = step;
    return [{ kind: "note", over: ids.of(by), text, place: { path, line } }];
  }
  if (step.kind === "call") {
    const { from, to, text, inner, path, line } = step;
    return [
      { kind: "call", from: ids.of(from), to: ids.of(to), text, place: { path, line } },
      ...inner.flatMap((one) => stepsOf(one, ids)),
    ];
  }
  return [
    {
      kind: step.kind,
      branches: step.branches.map(({ label, steps, path, line }) => ({
        label,
        steps: steps.flatMap((one) => stepsOf(one, ids)),
        place: { path, line },
      })),
    },
  ];
}

/** As much as one picture takes: the deepest steps are left out first, then the last. */
function limited(steps: readonly FlowStep[]): Pick<RequestFlow, "steps" | "leftOut"> {
  if (sizeOf(steps) <= mostSteps) return { steps, leftOut: 0 };
  let kept = steps;
  for (let depth = depthOf(steps) - 1; depth > 0 && sizeOf(kept) > mostSteps; depth--) {
    kept = cut(steps, depth);
  }
  kept = firstOf(kept, { left: mostSteps });
  return { steps: kept, leftOut: sizeOf(steps) - sizeOf(kept) };
}

function sizeOf(steps: readonly FlowStep[]): number {
  return steps.reduce((sum, step) => {
    if (step.kind === "raise") return sum + 1;
    if (step.kind === "call") return sum + 1 + sizeOf(step.inner);
    return sum + step.branches.reduce((own, branch) => own + sizeOf(branch.steps), 0);
  }, 0);
}

function depthOf(steps: readonly FlowStep[]): number {
  const depths = steps.map((step) => {
    if (step.kind === "call") return 1 + depthOf(step.inner);
    return step.kind === "raise" ? 0 : Math.max(...step.branches.map((one) => depthOf(one.steps)));
  });
  return Math.max(0, ...depths);
}

function cut(steps: readonly FlowStep[], depth: number): readonly FlowStep[] {
  return mapped(steps, (step) =>
    step.kind === "raise" ? step : { ...step, inner: depth > 1 ? cut(step.inner, depth - 1) : [] },
  );
}

function firstOf(steps: readonly FlowStep[], room: { left: number }): readonly FlowStep[] {
  return mapped(steps, (step) => {
    if (room.left <= 0) return undefined;
    room.left -= 1;
    return step.kind === "raise" ? step : { ...step, inner: firstOf(step.inner, room) };
  });
}

/** The steps with each call and note changed, or left out; blocks that get empty go. */
function mapped(
  steps: readonly FlowStep[],
  change: (step: FlowCall | FlowRaise) => FlowStep | undefined,
): readonly FlowStep[] {
  return steps.flatMap((step): readonly FlowStep[] => {
    if (step.kind === "raise" || step.kind === "call") {
      const changed = change(step);
      return changed === undefined ? [] : [changed];
    }
    const branches = step.branches
      .map((one) => ({ ...one, steps: mapped(one.steps, change) }))
      .filter((one) => one.steps.length > 0);
    return branches.length === 0 ? [] : [{ ...step, branches }];
  });
}
