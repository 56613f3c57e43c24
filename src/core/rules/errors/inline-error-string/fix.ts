import type { FixEdits } from "../../../edits/fixEdits";
import { rangeOf } from "../../../python/ast/visit";
import type { ModuleConstant, ModuleConstants } from "../../../python/edit/moduleConstants";
import type { PythonFile } from "../../../python/pythonFile";
import { type Range, rangeContains } from "../../../text/range";
import type { FixSafety } from "../../finding";
import type { MessageLiteral } from "./messageLiterals";
import { templateOf } from "./template";

/** A fix and the constant that it puts in the literal's place. */
export interface ExtractFix {
  readonly constant: ModuleConstant;
  readonly edits: FixEdits;
  readonly safety: FixSafety;
}

/**
 * Puts a constant in the place of a literal; an f-string or a concatenation becomes a template constant with
 * `.format(name=…)`. `undefined` where a comment would be lost or the places cannot be named.
 */
export function extractFix(
  { node }: MessageLiteral,
  constants: ModuleConstants,
  file: PythonFile,
): ExtractFix | undefined {
  const range = rangeOf(node);
  // Names of characters are not decoded here.
  if (file.document.getText(range).includes("\\N{")) return undefined;
  if (file.parsed.comments.some((comment) => rangeContains(range, comment.range))) return undefined;
  if (node.nodeType === "Constant") {
    if (typeof node.value !== "string") return undefined;
    const source = file.document.getText(range);
    const constant = constants.constantFor(node.value, isOneLiteral(source) ? source : undefined);
    return extracted(constant, range, constant.name, "safe");
  }
  const template = templateOf(node, file);
  if (template === undefined) return undefined;
  const constant = constants.constantFor(
    template.args.length === 0
      ? template.text.replaceAll("{{", "{").replaceAll("}}", "}")
      : template.text,
  );
  const call = template.args.length === 0 ? "" : `.format(${template.args.join(", ")})`;
  return extracted(constant, range, constant.name + call, template.exact ? "safe" : "unsafe");
}

function extracted(
  constant: ModuleConstant,
  range: Range,
  newText: string,
  safety: FixSafety,
): ExtractFix | undefined {
  const { insertion } = constant;
  // A message that is used at the very place of the constants would be used before its constant is there.
  if (insertion !== undefined && range.start.line <= insertion.at.line) return undefined;
  const edits = { replacements: [{ range, newText }], insertions: insertion ? [insertion] : [] };
  return { constant, edits, safety };
}

/** Whether a source is one literal on one line, to be kept as it is written. */
function isOneLiteral(source: string): boolean {
  return /^[uUrR]?("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')$/.test(source);
}
