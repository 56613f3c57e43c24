import { optionsIn, readType, type TypeTerm } from "./typeTerm";

/** How two types stand to each other: `unknown` where the code does not say enough to tell. */
export type Comparison = "same" | "other" | "unknown";

/** What names of types stand for in some code. */
export interface TypeNames {
  /** What an alias stands for; `undefined` for any other name. */
  expand(name: string): TypeTerm | undefined;
  /** Whether a name is a class of its own: no enumeration, and nothing that is a text or a number as well. */
  isClass(name: string): boolean;
}

/** The types that are nothing but themselves. */
const plain: ReadonlySet<string> = new Set(
  "str int float bool bytes complex UUID datetime date time timedelta Decimal list dict set tuple frozenset None".split(
    " ",
  ),
);

/** Compares two types by what they mean. */
export function compareTypes(a: string, b: string, names: TypeNames): Comparison {
  const [left, right] = [readType(a), readType(b)];
  return left === undefined || right === undefined ? "unknown" : compare(left, right, names, 0);
}

/** So deep aliases are followed. */
const deepest = 8;

function compare(a: TypeTerm, b: TypeTerm, names: TypeNames, depth: number): Comparison {
  if (a.kind === "name" && b.kind === "name" && a.name === b.name)
    return compareArgs(a, b, names, depth);
  if (depth > deepest) return "unknown";
  const [left, right] = [expanded(a, names, depth), expanded(b, names, depth)];
  if (left.length === 1 && right.length === 1) {
    const [one, other] = [left[0], right[0]];
    return one && other ? compareOne(one, other, names, depth) : "unknown";
  }
  if ([...left, ...right].some((one) => isOpen(one, names))) return "unknown";
  const rests = [
    ...left.map((one) => bestOf(right.map((other) => compareOne(one, other, names, depth)))),
    ...right.map((one) => bestOf(left.map((other) => compareOne(one, other, names, depth)))),
  ];
  return worstOf(rests);
}

/** The alternatives of a type, with what aliases among them stand for. */
function expanded(term: TypeTerm, names: TypeNames, depth: number): readonly TypeTerm[] {
  return optionsIn(term).flatMap((one) => {
    const alias =
      one.kind === "name" && one.args === undefined && !plain.has(one.name) && depth < deepest
        ? names.expand(one.name)
        : undefined;
    return alias === undefined ? [one] : expanded(alias, names, depth + 1);
  });
}

function compareOne(a: TypeTerm, b: TypeTerm, names: TypeNames, depth: number): Comparison {
  if (a.kind === "literal" && b.kind === "literal") {
    const isSame =
      a.values.length === b.values.length && a.values.every((one) => b.values.includes(one));
    return isSame ? "same" : "other";
  }
  if (a.kind !== "name" || b.kind !== "name") return "unknown";
  if (a.name === b.name) return compareArgs(a, b, names, depth);
  if (isOpen(a, names) || isOpen(b, names)) return "unknown";
  return "other";
}

/** Whether a type may be another one that is written differently. */
function isOpen(term: TypeTerm, names: TypeNames): boolean {
  return term.kind !== "name" || !(plain.has(term.name) || names.isClass(term.name));
}

function compareArgs(
  a: Extract<TypeTerm, { kind: "name" }>,
  b: Extract<TypeTerm, { kind: "name" }>,
  names: TypeNames,
  depth: number,
): Comparison {
  if (a.args === undefined || b.args === undefined) return "same";
  if (a.args.length !== b.args.length) return "unknown";
  return worstOf(
    a.args.map((one, index) => {
      const other = b.args?.[index];
      return other === undefined ? "unknown" : compare(one, other, names, depth + 1);
    }),
  );
}

function bestOf(all: readonly Comparison[]): Comparison {
  return all.includes("same") ? "same" : all.includes("unknown") ? "unknown" : "other";
}

function worstOf(all: readonly Comparison[]): Comparison {
  return all.includes("other") ? "other" : all.includes("unknown") ? "unknown" : "same";
}
