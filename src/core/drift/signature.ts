import type { FixEdits } from "../edits/fixEdits";
import { replaced } from "../spec/document/fixEdits";
import type { PythonParameter, PythonSignature } from "../spec/document/pythonFence";
import type { MethodFact, ParameterFact } from "../spec/fromCode/facts";
import type { Range } from "../text/range";
import { compareTypes } from "./compareTypes";
import type { Difference } from "./difference";
import type { Sides } from "./sides";
import { compareValues } from "./values";

/** Compares a signature with the method that it describes. */
export function compareSignature(
  signature: PythonSignature,
  method: MethodFact,
  { names }: Sides,
): readonly Difference[] {
  if (method.isBroken) return [];
  const found: Difference[] = [];
  const tell = (part: string, spec: string, code: string, range: Range, edits?: FixEdits): void => {
    const about = `the method ${signature.name}`;
    const said = { part, spec, code };
    found.push({ kind: "method", sides: "both", about, range, place: method, said, edits });
  };
  const { headRange } = signature;
  const whole = headRange && replaced(headRange, method.signature);
  const isAsync = method.signature.startsWith("async ");
  if (isAsync !== signature.isAsync) {
    tell(
      "kind",
      signature.isAsync ? "async def" : "def",
      isAsync ? "async def" : "def",
      signature.range,
      asyncEdit(signature),
    );
  }
  if (!isSameList(signature, method)) {
    tell(
      "parameter list",
      listText(signature.parameters),
      listText(method.parameters.map(({ name }) => name)),
      signature.range,
      whole,
    );
    // The rest is about parameters that may be others.
    return found;
  }
  for (const parameter of signature.typedParameters) {
    const fact = method.parameters.find(({ name }) => name === parameter.name);
    if (fact === undefined) continue;
    const { annotation, annotationRange, range } = parameter;
    if (annotation !== undefined && annotationRange && fact.type !== undefined) {
      if (compareTypes(annotation, fact.type, names) === "other") {
        tell(
          `type of ${fact.name}`,
          annotation,
          fact.type,
          range,
          replaced(annotationRange, fact.type),
        );
      }
    }
    compareDefault(parameter, fact, (spec, code, edits) =>
      tell(`default of ${fact.name}`, spec, code, range, edits),
    );
  }
  const { returns, returnsRange } = signature;
  if (
    returnsRange &&
    method.returns !== undefined &&
    compareTypes(returns, method.returns, names) === "other"
  ) {
    tell("result", returns, method.returns, returnsRange, replaced(returnsRange, method.returns));
  }
  return found;
}

function asyncEdit({ headRange, isAsync }: PythonSignature): FixEdits | undefined {
  if (headRange === undefined) return undefined;
  const { start } = headRange;
  if (!isAsync) return replaced({ start, end: start }, "async ");
  return replaced({ start, end: { ...start, character: start.character + "async ".length } }, "");
}

/** Whether both have the same parameters in the same order; those that can only be named may stand in any. */
function isSameList({ parameters, isOpen }: PythonSignature, method: MethodFact): boolean {
  const given = method.parameters.map(({ name }) => name);
  // `*args` and `**options` stand for any others.
  if (isOpen || /[(,] ?\*{1,2}\p{L}/u.test(method.signature)) return true;
  const isSame =
    parameters.length === given.length && parameters.every((one) => given.includes(one));
  if (!isSame || method.signature.includes("*")) return isSame;
  return parameters.every((one, index) => one === given[index]);
}

function listText(names: readonly string[]): string {
  return `(${names.join(", ")})`;
}

function compareDefault(
  { value, valueRange, annotationRange, range }: PythonParameter,
  { default: given }: ParameterFact,
  tell: (spec: string, code: string, edits: FixEdits | undefined) => void,
): void {
  if (value === undefined && given === undefined) return;
  if (value === "..." || given === "...") return;
  if (value === undefined || given === undefined) {
    const end = annotationRange?.end ?? range.end;
    const equals = annotationRange ? " = " : "=";
    const edits =
      given !== undefined
        ? replaced({ start: end, end }, `${equals}${given}`)
        : valueRange && replaced({ start: end, end: valueRange.end }, "");
    tell(value ?? "none", given ?? "none", edits);
    return;
  }
  if (valueRange && compareValues(value, given) === "other") {
    tell(value, given, replaced(valueRange, given));
  }
}
