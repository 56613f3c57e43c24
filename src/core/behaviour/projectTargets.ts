import { classOf } from "../evaluation/attributes";
import { type CallV, type FunctionV, optionsOf } from "../evaluation/value";
import { functionsCalled } from "../frameworks/callGraph";

/** What a function belongs to, as diagrams and tables call it: a class, else the last parts of its module. */
export function partName({ module }: FunctionV, of: string | undefined): string {
  return of ?? module.split(".").slice(-2).join(".");
}

/** The project's functions that a call runs, with the class of the object that it is called on: what was written, not its wrapper. */
export function projectTargets(
  call: CallV,
): readonly { readonly called: FunctionV; readonly of: string | undefined }[] {
  return optionsOf(call.func).flatMap((one) => {
    const called = functionsCalled(one).at(-1);
    if (called === undefined) return [];
    const of = one.kind === "bound" ? classOf(one.self)?.name : undefined;
    return [{ called, of: of ?? called.owner?.name }];
  });
}
