import type { Expression } from "../python/ast/nodes";
import { grow } from "./collections";
import type { Block, Evaluation } from "./evaluator";
import { evaluate } from "./expressions";
import { iterated } from "./iteration";
import { moduleScope, type Scope } from "./scope";
import { listOf, textOf, unknown, type Value } from "./value";

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
      setAttribute(evaluate(evaluation, target.value, scope), target.attr, value);
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

/** `value.name = set` */
export function setAttribute(value: Value, name: string, set: Value): void {
  if (value.kind === "class") value.members.set(name, set);
  else if (value.kind === "instance" || value.kind === "call") value.attributes.set(name, set);
  else if (value.kind === "function") {
    value.attributes ??= new Map();
    value.attributes.set(name, set);
  } else if (value.kind === "bound") setAttribute(value.function, name, set);
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
