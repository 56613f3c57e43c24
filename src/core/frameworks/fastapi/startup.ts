import type { Effect } from "../../evaluation/evaluator";
import { runFactory } from "../../evaluation/functionRuns";
import { iterated } from "../../evaluation/iteration";
import { type FunctionV, textOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { routerOf } from "./applications";

/** A function that runs when the application starts or ends. */
export interface LifecycleHandler {
  readonly kind: "lifespan" | "startup" | "shutdown";
  readonly handler: FunctionV;
  /** The application or router that it was given to. */
  readonly of: Value;
}

/**
 * The functions that run when an application starts or ends: `lifespan=`, `on_startup=`, `on_event("startup")`,
 * `add_event_handler` (https://fastapi.tiangolo.com/advanced/events/).
 */
export function lifecycleHandlers({ call }: Effect): readonly LifecycleHandler[] {
  const made = routerOf(call);
  if (made !== undefined) return givenHandlers(made.call.keywords, made.value);
  const { func } = call;
  const method = func.kind === "call" && func.func.kind === "attribute" ? func.func : func;
  if (method.kind !== "attribute") return [];
  const event = func.kind === "call" ? func.args[0] : call.args[0];
  const handler = func.kind === "call" ? call.args[0] : call.args[1];
  const isOurs = method.attr === (func.kind === "call" ? "on_event" : "add_event_handler");
  const router = isOurs ? routerOf(method.value) : undefined;
  const kind = textOf(event);
  if (router === undefined || (kind !== "startup" && kind !== "shutdown")) return [];
  return functionsOf(handler).map((one) => ({ kind, handler: one, of: router.value }));
}

function givenHandlers(
  keywords: ReadonlyMap<string, Value>,
  of: Value,
): readonly LifecycleHandler[] {
  const kinds = { lifespan: "lifespan", on_startup: "startup", on_shutdown: "shutdown" } as const;
  return Object.entries(kinds).flatMap(([name, kind]) => {
    const given = keywords.get(name);
    const all = given?.kind === "list" ? iterated(given).items : [given];
    return all.flatMap(functionsOf).map((handler) => ({ kind, handler, of }));
  });
}

function functionsOf(value: Value | undefined): readonly FunctionV[] {
  if (value?.kind === "function") return [value];
  return value?.kind === "bound" ? [value.function] : [];
}

/** What the handlers of the start do: some add routes. */
export function startupEffects(effects: readonly Effect[], code: CodeBase): readonly Effect[] {
  const handlers = effects
    .flatMap(lifecycleHandlers)
    .filter(({ kind }) => kind !== "shutdown")
    .filter(({ handler }) => handler.owner === undefined);
  return handlers.flatMap(({ handler, of }) => {
    const takesApplication = handler.node.args.args.length > 0;
    return runFactory(code, handler, takesApplication ? [of] : []).effects;
  });
}
