import { type CallSite, callValue, term } from "../calls";
import type { Arguments, Evaluation } from "../evaluator";
import { type AttributeV, type CallV, externalName, type Value } from "../value";
import { readSetting } from "./environment";
import { filesUnder } from "./folders";

/** What calling an object of a library gives: a partial, a reader of the environment; `undefined` for all others. */
export function callLibraryObject(
  evaluation: Evaluation,
  object: CallV,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const name = externalName(object.func);
  if (name === undefined) return undefined;
  if (name === "functools.partial") {
    const [func, ...args] = object.args;
    if (func === undefined) return undefined;
    const merged = {
      args: [...args, ...given.args],
      keywords: new Map([...object.keywords, ...given.keywords]),
      open: object.open || given.open,
    };
    return callValue(evaluation, func, merged, site);
  }
  if (name === "functools.wraps") {
    const [wrapped] = object.args;
    const [wrapper] = given.args;
    if (wrapper?.kind === "function" && wrapped?.kind === "function") wrapper.wrapped = wrapped;
    return wrapper;
  }
  return readNoted(evaluation, object, name, "__call__", given, site);
}

/** What calling a method of a library's object gives: `env.str("NAME", "default")`. */
export function callLibraryMethod(
  evaluation: Evaluation,
  func: AttributeV,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const { value } = func;
  const files = filesUnder(evaluation.modules.paths, func, given.args, site.place);
  if (files !== undefined) return files;
  const name = externalName(value.kind === "call" ? value.func : value);
  if (name === undefined) return undefined;
  return readNoted(evaluation, func, name, func.attr, given, site);
}

/** A look-up in the environment, whose call is noted although its result is known. */
function readNoted(
  evaluation: Evaluation,
  func: Value,
  name: string,
  method: string,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const read = readSetting(name, method, given, site);
  if (read !== undefined) evaluation.note(term(func, given, site));
  return read;
}
