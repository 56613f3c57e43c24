import type { Call, Expression, For, Node, Statement } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";

const writers = /update|patch|modify|upsert|^values$|^set$|^edit/i;
/** What tells others of a change, checks it, or puts it into an answer. */
const others = /event|log|notif|audit|publish|emit|track|response|valid|diff|message|send/i;

/** Whether the dict that a call makes is written into a row somewhere in the function around it, field by field or whole. */
export function isWritten(dump: Call, around: Node): boolean {
  const names = new Set<string>();
  const isDump = (node: Node): boolean =>
    node === dump || (node.nodeType === "Name" && node.ctx === "Load" && names.has(node.id));
  /** The dict itself, or one that it is put into: `{**dump, …}`, MongoDB's `{"$set": dump}`. */
  const isMade = (node: Expression): boolean =>
    isDump(node) ||
    (node.nodeType === "Dict" &&
      node.values.some((value, at) => isOfAll(node.keys[at] ?? null) && isDump(value)));
  let found = false;
  walk(around, (node) => {
    if (node.nodeType === "Assign" && isMade(node.value)) {
      for (const target of node.targets) if (target.nodeType === "Name") names.add(target.id);
    }
    if ((node.nodeType === "AnnAssign" || node.nodeType === "NamedExpr") && node.value !== null) {
      if (node.target.nodeType === "Name" && isMade(node.value)) names.add(node.target.id);
    }
    if (node.nodeType === "For" && isDump(itemsOf(node.iter))) found ||= writesEach(node);
    if (node.nodeType === "Call") found ||= writesWhole(node, isMade);
    return !found;
  });
  return found;
}

function isOfAll(key: Expression | null): boolean {
  return key === null || (key.nodeType === "Constant" && key.value === "$set");
}

/** `x` of `x.items()`, else what is given. */
function itemsOf(node: Expression): Expression {
  const isItems =
    node.nodeType === "Call" && node.func.nodeType === "Attribute" && node.func.attr === "items";
  return isItems && node.func.nodeType === "Attribute" ? node.func.value : node;
}

/** `setattr(row, key, value)` or `columns[key] = value` for each, whatever the value is. */
function writesEach({ target, body }: For): boolean {
  const [key, value] =
    target.nodeType === "Tuple"
      ? target.elts.map((one) => (one.nodeType === "Name" ? one.id : undefined))
      : [target.nodeType === "Name" ? target.id : undefined];
  let found = false;
  for (const statement of body) {
    walk(statement, (node) => {
      // Who asks for the value may write only what was sent.
      if (node.nodeType === "If" && mentions(node.test, value) && !assignsOnly(node.body, value))
        return false;
      if (node.nodeType === "Call" && node.func.nodeType === "Name")
        found ||= node.func.id === "setattr";
      if (node.nodeType === "Assign") {
        const [at] = node.targets;
        found ||= at?.nodeType === "Subscript" && mentions(at.slice, key);
      }
      return !found;
    });
  }
  return found;
}

/** Whether a branch does nothing but give the value another form. */
function assignsOnly(body: readonly Statement[], name: string | undefined): boolean {
  return body.every(
    (one) =>
      one.nodeType === "Assign" &&
      one.targets.every((target) => target.nodeType === "Name" && target.id === name),
  );
}

function mentions(node: Node, name: string | undefined): boolean {
  let found = false;
  walk(node, (part) => {
    found ||= part.nodeType === "Name" && part.id === name;
    return !found;
  });
  return found;
}

/** `update(…).values(**dump)`, `repository.update(key, dump)`, `collection.update_one({…}, {"$set": dump})` */
function writesWhole(node: Call, isMade: (node: Expression) => boolean): boolean {
  const name =
    dottedName(node.func)?.at(-1) ?? (node.func.nodeType === "Attribute" ? node.func.attr : "");
  if (!writers.test(name) || others.test(name)) return false;
  return [...node.args, ...node.keywords.map(({ value }) => value)].some(isMade);
}
