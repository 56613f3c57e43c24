import type { Expression } from "../python/ast/nodes";
import { grow } from "./collections";
import type { Block, Evaluation } from "./evaluator";
import { evaluate } from "./expressions";
import { iterated } from "./iteration";
import { moduleScope, type Scope } from "./scope";
import { type CallV, choice, type InstanceV, listOf, textOf, unknown, type Value } from "./value";

/** `target = value` */
export function assign(
  evaluation: Evaluation,
  target: Expression,
  value: Value,
  scope: Scope,
): void {
  switch (target.nodeType) {
    case "Name":
      bind(target.id, value, scope);
      break;
    case "Attribute":
      setAttribute(
        evaluate(evaluation, target.value, scope),
        target.attr,
        value,
        isInBranch(evaluation.within),
      );
      break;
    case "Subscript":
      setItem(
        evaluation.within,
        evaluate(evaluation, target.value, scope),
        evaluate(evaluation, target.slice, scope),
        value,
      );
      break;
    case "Tuple":
    case "List":
      unpack(evaluation, target.elts, value, scope);
      break;
    case "Starred":
      assign(evaluation, target.value, value, scope);
      break;
  }
}

/** Gives a name its value in the scope that it belongs to. */
export function bind(name: string, value: Value, scope: Scope): void {
  const handedOut = scope.outer.get(name);
  if (handedOut === "global") moduleScope(scope).names.set(name, value);
  else if (handedOut === "nonlocal" && scope.parent !== undefined) {
    let holder = scope.parent;
    while (!holder.names.has(name) && holder.parent?.kind === "function") holder = holder.parent;
    holder.names.set(name, value);
  } else scope.names.set(name, value);
}

function isInBranch(within: Block | undefined): boolean {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind === "branch") return true;
  }
  return false;
}

/** `value.name = set` @param isPossible whether it may not happen: then the attribute is either */
export function setAttribute(value: Value, name: string, set: Value, isPossible = false): void {
  if (value.kind === "class") value.members.set(name, set);
  else if (value.kind === "instance" || value.kind === "call") {
    const before = isPossible ? attributeBefore(value, name) : undefined;
    value.attributes.set(name, before === undefined ? set : choice([before, set]));
  } else if (value.kind === "function") {
    value.attributes ??= new Map();
    value.attributes.set(name, set);
  } else if (value.kind === "bound") setAttribute(value.function, name, set);
}

/** What an attribute was until now; `undefined` where there was none. */
function attributeBefore(value: InstanceV | CallV, name: string): Value | undefined {
  const own = value.attributes.get(name);
  if (own !== undefined || value.kind === "instance") return own;
  return { kind: "attribute", value, attr: name };
}

function setItem(within: Block | undefined, value: Value, key: Value, set: Value): void {
  if (value.kind === "dict") {
    grow(value, within);
    const same = value.entries.findIndex(
      (entry) => textOf(entry.key) !== undefined && textOf(entry.key) === textOf(key),
    );
    if (same >= 0) value.entries.splice(same, 1, { key, value: set });
    else value.entries.push({ key, value: set });
  } else if (value.kind === "list") value.open = true;
}

function unpack(
  evaluation: Evaluation,
  targets: readonly Expression[],
  value: Value,
  scope: Scope,
): void {
  const { items, isKnown } = iterated(value);
  const starred = targets.findIndex(({ nodeType }) => nodeType === "Starred");
  const after = starred < 0 ? 0 : targets.length - starred - 1;
  for (const [index, target] of targets.entries()) {
    let item: Value = unknown("an item");
    if (isKnown && index === starred) item = listOf(items.slice(index, items.length - after));
    else if (isKnown)
      item =
        items[starred >= 0 && index > starred ? items.length - targets.length + index : index] ??
        item;
    assign(evaluation, target, item, scope);
  }
}
