import { factoryProduct } from "../../../evaluation/library/results";
import { type CallV, type FunctionV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Call } from "../../../python/ast/nodes";
import { functionsCalled, runOf } from "../../callGraph";
import { yieldsIn } from "../../fastapi/dependencies/yields";
import { sessionColour } from "../queries/sessions";
import { sessionOrigin } from "./newSessions";

/** A call by which a function opens a session. */
export interface Opening {
  readonly call: CallV;
  readonly node: Call;
  /** The factories that it may come from, by their places, as far as they are known. */
  readonly factories: readonly string[];
}

/** The sessions that a function opens: by a factory, or by a function of the project that yields one. */
export function openingsOf(func: FunctionV, code: CodeBase): readonly Opening[] {
  const found = (runOf(func, code)?.effects ?? []).flatMap(({ call }): readonly Opening[] => {
    const { node, place } = call;
    if (node === undefined || place.path !== func.path) return [];
    const providers = optionsOf(call.func)
      .flatMap(functionsCalled)
      .filter((one) => providesSession(one, code));
    const isOpening = providers.length > 0 || isSession(node, func.path, code);
    if (!isOpening) return [];
    const own = factoryOf(call);
    const factories = own ?? providers.flatMap((one) => openedFactories(one, code));
    return [{ call, node, factories }];
  });
  // `next(get_session())` is one.
  return found.filter(({ node }) => !found.some((outer) => outer.node.args.includes(node)));
}

/** The factories of the sessions that a function opens, by their places. */
export function openedFactories(func: FunctionV, code: CodeBase): readonly string[] {
  return (runOf(func, code)?.effects ?? []).flatMap(({ call }) => factoryOf(call) ?? []);
}

function factoryOf({ func }: CallV): readonly string[] | undefined {
  if (func.kind !== "call" || factoryProduct(func) === undefined) return undefined;
  return [`${func.place.path}:${func.place.line}`];
}

function isSession(node: Call, path: string, code: CodeBase): boolean {
  return sessionOrigin(node, path, code) !== undefined;
}

/** Whether a function yields a session that it opens itself. */
function providesSession(func: FunctionV, code: CodeBase): boolean {
  return code.remember("provides a session", func, (current) => {
    const { node, path } = current;
    if (node.nodeType === "Lambda" || !yieldsIn(node)) return false;
    return (runOf(current, code)?.effects ?? []).some(
      ({ call }) =>
        call.node !== undefined &&
        call.place.path === path &&
        sessionColour(call) !== undefined &&
        isSession(call.node, path, code),
    );
  });
}
