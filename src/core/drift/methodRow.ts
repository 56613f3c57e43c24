import { isOpen } from "../spec/document/cells";
import { setCell } from "../spec/document/edit";
import type { SpecRow } from "../spec/document/specTable";
import type { MethodFact } from "../spec/fromCode/facts";
import { compareTypes } from "./compareTypes";
import type { Difference } from "./difference";
import type { Sides } from "./sides";

/** Compares a row of the table of methods with the method, as far as its cells say it as code does. */
export function compareRow(
  row: SpecRow,
  method: MethodFact,
  { names }: Sides,
): readonly Difference[] {
  if (method.isBroken) return [];
  const found: Difference[] = [];
  const tell = (column: "Input" | "Output", part: string, code: string, newText: string): void => {
    const cell = row.cell(column);
    if (cell === undefined) return;
    const edits = { replacements: [setCell(cell, newText)], insertions: [] };
    const said = { part, spec: cell.text, code };
    const { range } = cell;
    const about = `the method ${method.name}`;
    found.push({ kind: "method", sides: "both", about, range, place: method, said, edits });
  };
  const given = namedTypes(row.text("Input"));
  const input = method.parameters
    .map(({ name, type }) => (type ? `${name}: ${type}` : name))
    .join(", ");
  const isOpenList = /[(,] ?\*{1,2}\p{L}/u.test(method.signature);
  if (given !== undefined && !isOpenList) {
    const isSame =
      given.length === method.parameters.length &&
      given.every(({ name, type }) => {
        const fact = method.parameters.find((one) => one.name === name);
        return (
          fact && (fact.type === undefined || compareTypes(type, fact.type, names) !== "other")
        );
      });
    if (!isSame) tell("Input", "input", input || "nothing", input || "None");
  }
  const output = row.cell("Output");
  const { returns } = method;
  if (output && !isOpen(output) && returns !== undefined) {
    if (compareTypes(output.text, returns, names) === "other")
      tell("Output", "output", returns, returns);
  }
  return found;
}

/** `data: OrderCreate, key: UUID or None`; `undefined` for a cell that says it in words. */
function namedTypes(
  text: string,
): readonly { readonly name: string; readonly type: string }[] | undefined {
  const parts = splitOutside(text.replaceAll("`", ""));
  const found = parts.flatMap((part) => {
    const [, name, type] =
      /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*:\s*([^=]+?)(?:\s*=.*)?\s*$/u.exec(part) ?? [];
    return name !== undefined && type !== undefined ? [{ name, type }] : [];
  });
  return found.length > 0 && found.length === parts.length ? found : undefined;
}

/** Splits at commas outside of brackets. */
function splitOutside(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if ("[(".includes(character)) depth++;
    if ("])".includes(character)) depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
