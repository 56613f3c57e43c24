import type { CallV, ClassV, Value } from "./value";
import { externalName } from "./value";

/** A class of the project, or a base from outside as the value it was given as. */
export type Ancestor = Exclude<Value, { kind: "subscript" }>;

const orders = new WeakMap<ClassV, readonly Ancestor[]>();

/**
 * A class and all it inherits from, in the order in which Python looks for a member (C3,
 * https://docs.python.org/3/howto/mro.html). Bases from outside stand in it as they are. Where the bases have no
 * consistent order, or a class inherits from itself, they stand in the order in which they are found.
 */
export function ancestors(of: ClassV): readonly Ancestor[] {
  return orders.get(of) ?? linearized(of, new Set());
}

/** By what a class is known again: the same class has this key after its module ran again, too. */
export function classKey({ path, qualname }: ClassV): string {
  return `${path}:${qualname}`;
}

function linearized(of: ClassV, running: Set<ClassV>): readonly Ancestor[] {
  const known = orders.get(of);
  if (known !== undefined) return known;
  if (running.has(of)) return [of];
  running.add(of);
  const bases = of.bases.map(withoutArguments);
  const lists = bases.map((base) => (base.kind === "class" ? linearized(base, running) : [base]));
  const order = [of, ...merged([...lists, bases].map((list) => [...list]))];
  running.delete(of);
  orders.set(of, order);
  return order;
}

/** The bases of a class changed: its order is looked for again. */
export function forgetOrder(of: ClassV): void {
  orders.delete(of);
}

/** `Generic[T]` is a base as `Generic` is. */
export function withoutArguments(base: Value): Ancestor {
  let value = base;
  while (value.kind === "subscript") value = value.value;
  if (value.kind !== "call") return value;
  // `declarative_base(cls=Common)` makes a class that inherits from `Common`.
  const given = value.keywords.get("cls");
  return given?.kind === "class" &&
    /\b(?:declarative|generate|automap)_base$/.test(functionName(value))
    ? given
    : value;
}

function functionName({ func }: CallV): string {
  return func.kind === "attribute" ? func.attr : (externalName(func) ?? "");
}

function merged(lists: Ancestor[][]): readonly Ancestor[] {
  const order: Ancestor[] = [];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    if (left.length === 0) return order;
    const next =
      left.map(([head]) => head).find((head) => head && !isInTail(head, left)) ?? left[0]?.[0];
    if (next === undefined) return order;
    order.push(next);
    for (const list of left) {
      const at = list.findIndex((one) => isSame(one, next));
      if (at >= 0) list.splice(at, 1);
    }
  }
}

function isInTail(head: Ancestor, lists: readonly Ancestor[][]): boolean {
  return lists.some((list) => list.slice(1).some((one) => isSame(one, head)));
}

function isSame(a: Ancestor, b: Ancestor): boolean {
  const name = externalName(a);
  return a === b || (name !== undefined && name === externalName(b));
}

/** The first member of that name along the order of lookup, and the class that has it. */
export function memberOf(
  of: ClassV,
  name: string,
  after?: ClassV,
): { readonly value: Value; readonly owner: ClassV } | undefined {
  let isPast = after === undefined;
  for (const ancestor of ancestors(of)) {
    if (isPast && ancestor.kind === "class") {
      const value = ancestor.members.get(name);
      if (value !== undefined) return { value, owner: ancestor };
    }
    if (ancestor === after) isPast = true;
  }
  return undefined;
}

/** Whether a class inherits from something outside, by its dotted names. */
export function inheritsFrom(of: ClassV, names: ReadonlySet<string>): boolean {
  return ancestors(of).some((ancestor) => {
    const name = externalName(ancestor);
    return name !== undefined && names.has(name);
  });
}

/** The first base from outside, in the order of lookup; `object` and typing's helpers are none. */
export function foreignBase(of: ClassV, after?: ClassV): Ancestor | undefined {
  let isPast = after === undefined;
  for (const ancestor of ancestors(of)) {
    if (isPast && ancestor.kind !== "class" && !withoutMembers.has(externalName(ancestor) ?? "")) {
      return ancestor;
    }
    if (ancestor === after) isPast = true;
  }
  return undefined;
}

const withoutMembers: ReadonlySet<string> = new Set([
  "builtins.object",
  "typing.Generic",
  "typing.Protocol",
  "abc.ABC",
  "typing_extensions.Protocol",
  "typing_extensions.Generic",
]);
