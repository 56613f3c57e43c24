import { detectedLayers, type Layers } from "../../detection/layers";
import type { Block } from "../../evaluation/evaluator";
import type { FunctionV } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import { callsOf } from "../../frameworks/callGraph";
import { endpointDependencies } from "../../frameworks/fastapi/dependencies/endpointDependencies";
import { securityOf } from "../../frameworks/fastapi/dependencies/security";
import type { Endpoint } from "../../frameworks/fastapi/endpoints";
import { operationOf } from "../../frameworks/fastapi/operation";
import { typeText } from "../../frameworks/pydantic/typeText";
import type { CodeBase } from "../../project/codeBase";
import type { CallFact, EndpointFact } from "./facts";
import { summaryOf } from "./pythonText";
import { raisesOf } from "./raises";
import { otherRoles } from "./roles";
import { outsideCall, partName, projectTargets } from "./surroundings";
import type { Target } from "./target";

/** The most calls that one sequence shows. */
const mostCalls = 40;
/** How deep calls are followed. */
const deepest = 12;

/** The endpoints whose handlers a target holds; of one file, those whose handlers call it. */
export function endpointsOf(target: Target, code: CodeBase): readonly EndpointFact[] {
  const files = new Set(target.files);
  const all = backend.routing(code).endpoints;
  const own = all.filter(({ handler }) => files.has(handler.path));
  const found =
    own.length > 0 || !target.isFile ? own : all.filter((one) => callsInto(one, target, code));
  return found.map((endpoint) => endpointFact(endpoint, code));
}

/** Whether a handler itself calls the target's code. */
function callsInto({ handler }: Endpoint, target: Target, code: CodeBase): boolean {
  if (handler.kind !== "function") return false;
  return callsOf(handler, code).some(
    ({ path, owner }) =>
      target.files.includes(path) && (target.class === undefined || owner?.name === target.class),
  );
}

function endpointFact(endpoint: Endpoint, code: CodeBase): EndpointFact {
  const { method, path, handler } = endpoint;
  const { status, responseModel } = operationOf(endpoint, code);
  const response = responseModel === undefined ? undefined : typeText(responseModel);
  const { node } = handler;
  return {
    method,
    route: path,
    handler: handler.qualname,
    summary: node.nodeType === "Lambda" ? "" : summaryOf(node.body),
    status,
    response: response === undefined || /\bUnknown\b/.test(response) ? undefined : response,
    security: [
      ...new Set(securityOf(endpointDependencies(endpoint, code)).map(({ scheme }) => scheme)),
    ].sort(),
    calls: handler.kind === "function" ? callsFrom(handler, code) : [],
    raises: handler.kind === "function" ? raisesOf(handler, code) : [],
    path: handler.path,
    line: node.nodeType === "Lambda" ? node.line + 1 : node.nameLine + 1,
  };
}

/** What the calls of a handler are said to come from. */
export const routerName = "Router";

function callsFrom(handler: FunctionV, code: CodeBase): readonly CallFact[] {
  const walk = new Walk(code, detectedLayers(code));
  return walk.callsOf(handler, routerName, 0).slice(0, mostCalls);
}

/** Follows calls from one part of the code to the next. */
class Walk {
  private readonly running = new Set<object>();

  constructor(
    private readonly code: CodeBase,
    private readonly layers: Layers,
  ) {}

  callsOf(func: FunctionV, from: string, depth: number): readonly CallFact[] {
    if (this.running.has(func.node) || depth > deepest) return [];
    this.running.add(func.node);
    const found: CallFact[] = [];
    const seen = new Set<object>();
    for (const { call, within } of this.code.functionRun(func)?.effects ?? []) {
      const when = whenOf(within);
      if (when === undefined) continue;
      const key = call.node ?? call;
      if (seen.has(key) || found.length > mostCalls) continue;
      seen.add(key);
      const outside = outsideCall(call, this.code);
      if (outside !== undefined) {
        found.push({ from, to: outside.name, text: outside.text + when });
        continue;
      }
      // One of several ways stands for all of them.
      const [target] = projectTargets(call);
      if (target === undefined || /^__\w+__$/.test(target.called.name)) continue;
      // A method that is inherited runs on the object that it was called on.
      const isOwn = func.owner !== undefined && target.of === func.owner.name;
      found.push(...this.into(target.called, isOwn ? from : target.of, from, depth, when));
    }
    this.running.delete(func.node);
    return found;
  }

  /** A call with what follows from it; what stays in one place, or leads nowhere, is no message. */
  private into(
    called: FunctionV,
    of: string | undefined,
    from: string,
    depth: number,
    when: string,
  ): readonly CallFact[] {
    const to = partName(called, of);
    const inner = this.callsOf(called, to, depth + 1);
    const isLayer = this.layers
      .layerOf(called.path)
      .some((layer) => layer === "service" || layer === "repository");
    if (to === from) return inner;
    const isData = called.owner !== undefined && otherRoles(this.code).has(called.owner.node);
    const isPart = isLayer && !isData && (called.owner !== undefined || inner.length > 0);
    return isPart || inner.length > 0
      ? [{ from, to, text: `${called.name}()${when}` }, ...inner]
      : [];
  }
}

/** What a message says of when it is sent; `undefined` for what only an error leads to. */
function whenOf(within: Block | undefined): string | undefined {
  const kinds: Block["kind"][] = [];
  for (let block = within; block !== undefined; block = block.parent) kinds.push(block.kind);
  if (kinds.includes("handler")) return undefined;
  if (kinds.includes("loop")) return " in a loop";
  return kinds.includes("branch") ? " in a branch" : "";
}
