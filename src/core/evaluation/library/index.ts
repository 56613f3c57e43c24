import { type CallSite, term } from "../calls";
import type { Arguments, Evaluation } from "../evaluator";
import { external, type Value } from "../value";
import { builtins } from "./builtins";
import { standardLibrary } from "./standard";

/** What a call of a library function gives; `undefined` where it is not followed. */
export type LibraryFunction = (
  evaluation: Evaluation,
  given: Arguments,
  site: CallSite,
) => Value | undefined;

/** Functions that read a setting: their calls are noted although their results are known. */
const environmentReads: ReadonlySet<string> = new Set([
  "os.getenv",
  "os.environ.get",
  "decouple.config",
]);

/**
 * What a call of something outside the project gives, for the few functions of Python's own library that decide what a
 * module means; `undefined` for all others.
 */
export function callLibrary(
  evaluation: Evaluation,
  name: string,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const found = name.startsWith("builtins.")
    ? builtins[name.slice("builtins.".length)]
    : standardLibrary[name];
  if (environmentReads.has(name)) evaluation.note(term(external(name), given, site));
  return found?.(evaluation, given, site);
}
