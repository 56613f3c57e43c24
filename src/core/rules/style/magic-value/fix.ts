import { rangeOf } from "../../../python/ast/visit";
import { constantName } from "../../../python/edit/constantName";
import type { ModuleConstants } from "../../../python/edit/moduleConstants";
import type { Report } from "../../rule";
import type { MagicValue } from "./magicValues";

/** A value, the function that uses it, and what its constant is called after: `TIMEOUT`, `STATUS`. */
export interface UsedValue extends MagicValue {
  readonly within: string;
  readonly kind: string;
}

/** Puts a constant in the place of a value: `TIMEOUT`, `FETCH_RATES_TIMEOUT`, `STATUS_OPEN`. */
export function constantFix(
  { node, kind, within }: UsedValue,
  source: string,
  constants: ModuleConstants,
): Report<"magic">["fix"] {
  const { value } = node;
  const isText = typeof value === "string";
  if (isText && !/^("[^"\\\n]*"|'[^'\\\n]*')$/.test(source)) return undefined;
  const constant = constants.literalFor(
    node,
    source,
    isText ? [stateName(value, kind)] : [kind, `${upper(within)}_${kind}`],
  );
  const { insertion } = constant;
  // A value at the very place of the constants would be used before its constant is there.
  if (insertion !== undefined && node.line <= insertion.at.line) return undefined;
  const replacements = [{ range: rangeOf(node), newText: constant.name }];
  return {
    title: `Name it ${constant.name}`,
    edits: { replacements, insertions: insertion === undefined ? [] : [insertion] },
  };
}

/** The name of a state's constant: `STATUS_OPEN`. */
export function stateName(text: string, kind: string): string {
  return constantName(text, `${kind}_`);
}

/** A name as a constant has it. */
export function upper(name: string): string {
  return name.replace(/^_+|_+$/g, "").toUpperCase();
}
