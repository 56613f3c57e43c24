import { factoryProduct } from "../../../evaluation/library/results";
import { type CallV, type FunctionV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Call } from "../../../python/ast/nodes";
import { functionsCalled } from "../../callGraph";
import { yieldsIn } from "../../fastapi/dependencies/yields";
import { sessionColour } from "../queries/sessions";
import { sessionOrigin } from "./newSessions";

/** A call by which a function opens a session. */
export interface Opening {
  readonly call: CallV;
  readonly node: Call;
  /** The engines that it may work on, or the factories where these are not known, by their places. */
  readonly sources: readonly string[];
}

/** The sessions that a function opens: by a factory, or by a function of the project that yields one. */
export function openingsOf(func: FunctionV, code: CodeBase): readonly Opening[] {
  const found = (code.functionRun(func)?.effects ?? []).flatMap(({ call }): readonly Opening[] => {
    const { node, place } = call;
    if (node === undefined || place.path !== func.path) return [];
    const providers = optionsOf(call.func)
      .flatMap(functionsCalled)
      .filter((one) => providesSession(one, code));
    const isOpening = providers.length > 0 || isSession(node, func.path, code);
    if (!isOpening) return [];
    const own = sourcesOf(call);
    const sources = own.length > 0 ? own : providers.flatMap((one) => openedSources(one, code));
    return [{ call, node, sources }];
  });
  const isWithin = (inner: Opening, outer: Opening): boolean =>
    outer.node.args.includes(inner.node);
  // `next(get_session())` is one.
  return found
    .filter((one) => !found.some((outer) => isWithin(one, outer)))
    .map((one) => {
      const inner = found.filter((other) => isWithin(other, one));
      return { ...one, sources: [...one.sources, ...inner.flatMap(({ sources }) => sources)] };
    });
}

/** What the sessions that a function opens work on. */
export function openedSources(func: FunctionV, code: CodeBase): readonly string[] {
  return (code.functionRun(func)?.effects ?? []).flatMap(({ call }) => sourcesOf(call));
}

function sourcesOf(call: CallV): readonly string[] {
  const { func } = call;
  if (func.kind === "call" && factoryProduct(func) !== undefined) {
    const engines = enginesOf(func);
    return engines.length > 0 ? engines : [placeText(func)];
  }
  return sessionColour(call) === undefined ? [] : enginesOf(call);
}

/** The engines that a factory or a session is bound to. */
function enginesOf({ keywords, args: [first] }: CallV): readonly string[] {
  const bind = keywords.get("bind") ?? first;
  return (bind === undefined ? [] : optionsOf(bind)).flatMap((one) =>
    one.kind === "call" ? [placeText(one)] : [],
  );
}

function placeText({ place: { path, line, character } }: CallV): string {
  return `${path}:${line}:${character}`;
}

function isSession(node: Call, path: string, code: CodeBase): boolean {
  return sessionOrigin(node, path, code) !== undefined;
}

/** Whether a function yields a session that it opens itself. */
function providesSession(func: FunctionV, code: CodeBase): boolean {
  return code.remember("provides a session", func, (current) => {
    const { node, path } = current;
    if (node.nodeType === "Lambda" || !yieldsIn(node)) return false;
    return (code.functionRun(current)?.effects ?? []).some(
      ({ call }) =>
        call.node !== undefined &&
        call.place.path === path &&
        sessionColour(call) !== undefined &&
        isSession(call.node, path, code),
    );
  });
}
