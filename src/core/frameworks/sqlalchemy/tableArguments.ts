import { classAttribute } from "../../evaluation/attributes";
import { ancestors } from "../../evaluation/classes";
import { type ClassV, externalName, textOf, usualOf, type Value } from "../../evaluation/value";
import { isAbsent, knownItems, type LibraryCall, libraryCall } from "./library";
import { libraryTableName } from "./libraryModels";
import { isDeclaredAttr, type ScanContext } from "./scan";

/**
 * One of the special attributes of a class, if the scan takes it: from the class itself and its unmapped bases, or from
 * any base where it is a `declared_attr` (`_scan_attributes`). Its value is looked up on the class itself.
 */
export function specialAttribute(
  of: ClassV,
  name: string,
  context: ScanContext,
): { readonly value: Value; readonly isInherited: boolean } | undefined {
  for (const base of ancestors(of)) {
    if (base.kind !== "class") {
      const table = name === "__tablename__" ? libraryTableName(externalName(base)) : undefined;
      if (table !== undefined) {
        return { value: { kind: "constant", value: table }, isInherited: true };
      }
      continue;
    }
    const own = base.members.get(name);
    if (own === undefined) continue;
    const isMapped = base !== of && context.attributesOf(base) !== undefined;
    if (isMapped && !isDeclaredAttr(own)) continue;
    const value = usualOf(classAttribute(context.evaluation, of, name));
    if (!isAbsent(value)) return { value, isInherited: base !== of };
    if (base === of) return undefined;
  }
  return undefined;
}

/** `__table_args__` in parts: constraints and indexes, and the keywords of `Table`. */
export interface TableArguments {
  readonly items: readonly LibraryCall[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Whether all of it is known. */
  readonly isKnown: boolean;
}

export const noTableArguments: TableArguments = { items: [], keywords: new Map(), isKnown: true };

/** Reads `__table_args__`: a tuple, a tuple that ends in a dict, or a dict. */
export function readTableArguments(value: Value): TableArguments {
  if (value.kind === "dict") {
    return { items: [], keywords: keywordsOf(value), isKnown: !value.open };
  }
  const items = knownItems(value);
  if (items === undefined) return { ...noTableArguments, isKnown: false };
  const last = items.at(-1);
  const keywords = last?.kind === "dict" ? keywordsOf(last) : new Map<string, Value>();
  const calls = items.flatMap((item) => libraryCall(usualOf(item)) ?? []);
  const plain = last?.kind === "dict" ? items.length - 1 : items.length;
  return { items: calls, keywords, isKnown: calls.length === plain };
}

function keywordsOf(dict: Extract<Value, { kind: "dict" }>): ReadonlyMap<string, Value> {
  return new Map(
    dict.entries.flatMap(({ key, value }) => {
      const name = textOf(key);
      return name === undefined ? [] : [[name, value] as const];
    }),
  );
}
