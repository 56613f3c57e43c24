import type { FunctionV, Value } from "../evaluation/value";
import { functionsCalled } from "../frameworks/callGraph";
import {
  endpointDependencies,
  flatDependencies,
} from "../frameworks/fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../frameworks/fastapi/endpoints";
import type { CodeBase } from "../project/codeBase";
import { FlowReader } from "./flowReader";
import type { CodePlace } from "./place";
import { partName } from "./projectTargets";

/** What the calls of a handler are said to come from. */
export const routerName = "Router";

/** A call from one part of the code to another, with what follows from it. */
export interface FlowCall extends CodePlace {
  readonly kind: "call";
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** What is called, where it is the project's. */
  readonly target: CodePlace | undefined;
  readonly inner: readonly FlowStep[];
}

/** An exception that leaves a part. */
export interface FlowRaise extends CodePlace {
  readonly kind: "raise";
  readonly by: string;
  readonly text: string;
}

/** Steps that hang on a condition. */
export interface FlowBlock {
  readonly kind: "alt" | "opt" | "loop";
  readonly branches: readonly FlowBranch[];
}

export interface FlowBranch extends CodePlace {
  readonly label: string;
  readonly steps: readonly FlowStep[];
}

export type FlowStep = FlowCall | FlowRaise | FlowBlock;

/** What a request to an endpoint runs through, in order. */
export interface RequestFlow {
  /** The part that the request, or the call, comes to. */
  readonly start: string;
  readonly steps: readonly FlowStep[];
  /** Calls that are not followed, since there are too many of them. */
  readonly leftOut: number;
  /** Calls in the handler of which nothing is known. */
  readonly unresolved: readonly (CodePlace & { readonly text: string })[];
}

/** The calls of an endpoint: those of its dependencies, then those of its handler. */
export function requestFlow(endpoint: Endpoint, code: CodeBase): RequestFlow {
  const { handler } = endpoint;
  const reader = new FlowReader(code);
  const before = flatDependencies(endpointDependencies(endpoint, code).dependencies)
    // What a dependency does around the request, opening and closing, is no step of it.
    .flatMap(({ callable, yields }) => (yields ? [] : runBy(callable)));
  const unique = [...new Map(before.map((one) => [one.node, one])).values()];
  const own: FunctionV[] = handler.kind === "function" ? [handler] : [];
  const handled = own.map((one) => flowOfHandler(one, code));
  const steps = [
    ...unique.flatMap((one) => reader.into(one, one.owner?.name, routerName, placeOf(one))),
    ...handled.flatMap((one) => one.steps),
  ];
  return {
    start: routerName,
    steps,
    leftOut: handled.reduce((sum, one) => sum + one.leftOut, reader.leftOut),
    unresolved: handled.flatMap((one) => one.unresolved),
  };
}

/** What asking for a dependency runs: a function, or the `__call__` of an object. */
function runBy(callable: Value): readonly FunctionV[] {
  if (callable.kind === "instance") return functionsCalled(callable.class.members.get("__call__"));
  return functionsCalled(callable)
    .slice(0, 1)
    .filter(({ name }) => !/^__\w+__$/.test(name));
}

/** What a handler itself runs through; kept for each, since a key in a service changes few of them. */
function flowOfHandler(
  handler: FunctionV,
  code: CodeBase,
): Pick<RequestFlow, "steps" | "leftOut" | "unresolved"> {
  return code.remember("flow of a handler", handler, (current) => {
    const reader = new FlowReader(code);
    const steps = reader.stepsOf(current, routerName);
    return { steps, leftOut: reader.leftOut, unresolved: reader.unresolvedIn(current) };
  });
}

/** What a function of the project runs through when it is called. */
export function flowOfFunction(func: FunctionV, code: CodeBase): RequestFlow {
  const reader = new FlowReader(code);
  const start = partName(func, func.owner?.name);
  const steps = reader.stepsOf(func, start);
  return { start, steps, leftOut: reader.leftOut, unresolved: reader.unresolvedIn(func) };
}

/** All calls of some steps, at any depth, in order. */
export function callsIn(steps: readonly FlowStep[]): readonly FlowCall[] {
  return steps.flatMap((step): readonly FlowCall[] => {
    if (step.kind === "call") return [step, ...callsIn(step.inner)];
    return step.kind === "raise" ? [] : step.branches.flatMap((branch) => callsIn(branch.steps));
  });
}

/** Where a function is defined. */
export function placeOf({ path, node }: FunctionV): CodePlace {
  return { path, line: (node.nodeType === "Lambda" ? node.line : node.nameLine) + 1 };
}
