import { classOf } from "../evaluation/attributes";
import { type CallV, type FunctionV, optionsOf } from "../evaluation/value";
import { functionsCalled } from "../frameworks/callGraph";

/** What a function belongs to, as diagrams and tables call it: a class, else the last parts of its module. */
export function partName({ module }: FunctionV, of: string | undefined): string {
  return of ?? module.split(".").slice(-2).join(".");
}

/** The project's functions that a call runs, with the class of the object that it is called on. */
export function projectTargets(
  call: CallV,
): readonly { readonly called: FunctionV; readonly of: string | undefined }[] {
  return optionsOf(call.func).flatMap((one) =>
    functionsCalled(one).map((called) => ({
      called,
      of: (one.kind === "bound" ? classOf(one.self)?.name : undefined) ?? called.owner?.name,
    })),
  );
}
