import { isSameAnswer } from "../../../detection/detected";
import { classKey } from "../../../evaluation/classes";
import type { CodeBase } from "../../../project/codeBase";
import { type Read, readsIn } from "./reads";

/** How many queries of a model leave deleted rows out, and how many do not. */
export interface Siblings {
  readonly filtering: number;
  readonly ignoring: number;
}

/** The queries of a model of one kind throughout the project. */
export function siblingsOf({ model, kind }: Read, code: CodeBase): Siblings {
  const all = code.queries.get("queries by deletion", () => gathered(code), isSameAnswer);
  return all[`${kind} ${classKey(model)}`] ?? { filtering: 0, ignoring: 0 };
}

function gathered(code: CodeBase): Readonly<Record<string, Siblings>> {
  const found: Record<string, { filtering: number; ignoring: number }> = {};
  for (const path of code.paths) {
    const counts = code.queries.get(
      `queries by deletion ${path}`,
      () => counted(path, code),
      isSameAnswer,
    );
    for (const [key, { filtering, ignoring }] of Object.entries(counts)) {
      const sum = found[key] ?? { filtering: 0, ignoring: 0 };
      found[key] = {
        filtering: sum.filtering + filtering,
        ignoring: sum.ignoring + ignoring,
      };
    }
  }
  return found;
}

function counted(path: string, code: CodeBase): Readonly<Record<string, Siblings>> {
  const found: Record<string, { filtering: number; ignoring: number }> = {};
  const seen = new Set<object>();
  for (const { model, kind, filters, call } of readsIn(path, code)) {
    const node = call.node ?? call;
    if (filters === undefined || seen.has(node)) continue;
    seen.add(node);
    const key = `${kind} ${classKey(model)}`;
    const sum = found[key] ?? { filtering: 0, ignoring: 0 };
    if (filters) sum.filtering++;
    else sum.ignoring++;
    found[key] = sum;
  }
  return found;
}
