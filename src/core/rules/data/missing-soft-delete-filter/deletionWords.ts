import type { Value } from "../../../evaluation/value";
import type { Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

const words = /deleted|deletion|trashed|(?:^|_)removed(?:_|$)|archived/i;

/** Whether a name speaks of deleted rows: `is_deleted`, `with_deleted`, `NotDeleted`. */
export function isDeletionWord(name: string): boolean {
  return words.test(name);
}

/** Whether code speaks of deleted rows in any name, parameter or keyword. */
export function mentionsDeletion(root: Node): boolean {
  let found = false;
  walk(root, (node) => {
    found ||= isDeletionWord(nameOf(node));
    return !found;
  });
  return found;
}

function nameOf(node: Node): string {
  switch (node.nodeType) {
    case "Name":
      return node.id;
    case "Attribute":
      return node.attr;
    case "arg":
    case "keyword":
      return node.arg ?? "";
    case "FunctionDef":
    case "AsyncFunctionDef":
      return node.name;
    case "Expr":
      // A docstring.
      return node.value.nodeType === "Constant" ? String(node.value.value) : "";
    default:
      return "";
  }
}

/** Whether a condition has to do with deleted rows; `undefined` where it is not known what it says. */
export function isOfDeletion(condition: Value): boolean | undefined {
  return judged(condition, 0);
}

function judged(value: Value, depth: number): boolean | undefined {
  if (depth > 12) return undefined;
  switch (value.kind) {
    case "attribute":
      return isDeletionWord(value.attr) || judged(value.value, depth + 1) === true;
    case "operation": {
      // What a column is compared with says nothing more; what is combined does.
      const isCombined = /^(?:And|Or|Not|Invert|BitAnd|BitOr)$/.test(value.op);
      return together(value.operands, depth, isCombined);
    }
    case "call": {
      const { func } = value;
      const own = func.kind === "bound" ? func.function : func;
      if (own.kind === "function") {
        return isDeletionWord(own.name) || mentionsDeletion(own.node) || undefined;
      }
      if (isDeletionWord([...value.keywords.keys()].join(" "))) return true;
      const parts = [...value.args, ...(func.kind === "attribute" ? [func] : [])];
      return together(parts, depth, func.kind !== "attribute");
    }
    case "list":
      return together(value.items, depth, true) ?? (value.open ? undefined : false);
    case "choice":
      return together(value.options, depth, true);
    case "function":
      return isDeletionWord(value.name) || mentionsDeletion(value.node);
    case "bound":
      return judged(value.function, depth + 1);
    case "unknown":
    case "some":
      return undefined;
    default:
      return false;
  }
}

/** @param isWhole whether each part is a condition of its own */
function together(parts: readonly Value[], depth: number, isWhole: boolean): boolean | undefined {
  const all = parts.map((part) => judged(part, depth + 1));
  if (all.includes(true)) return true;
  return isWhole && all.includes(undefined) ? undefined : false;
}
