import type { Call, Expression } from "../../../python/ast/nodes";

/** Functions that show all of what they are given. */
const showing: ReadonlySet<string> = new Set(["str", "repr", "dict", "list", "tuple", "dumps"]);

/** The expressions whose values end up in a text, as far as they are seen from the one that makes it. */
export function shownParts(node: Expression): readonly Expression[] {
  switch (node.nodeType) {
    case "JoinedStr":
      return node.values.flatMap((part) => {
        // A format such as `:.4` cuts it off.
        if (part.nodeType !== "FormattedValue" || part.format_spec !== null) return [];
        return shownParts(part.value);
      });
    case "BinOp":
      if (node.op === "Add") return [node.left, node.right].flatMap(shownParts);
      return node.op === "Mod" ? shownParts(node.right) : [];
    case "BoolOp":
      return node.values.flatMap(shownParts);
    case "IfExp":
      return [node.body, node.orelse].flatMap(shownParts);
    case "Dict":
      return node.values.flatMap(shownParts);
    case "List":
    case "Tuple":
    case "Set":
      return node.elts.flatMap(shownParts);
    case "Starred":
    case "Await":
    case "NamedExpr":
      return shownParts(node.value);
    case "Call":
      return isShowing(node) ? argumentsOf(node).flatMap(shownParts) : [node];
    case "Constant":
    case "Compare":
      return [];
    default:
      return [node];
  }
}

/** The arguments of a call as they are written. */
export function argumentsOf({ args, keywords }: Call): readonly Expression[] {
  return [...args, ...keywords.map(({ value }) => value)];
}

/** Those arguments of an exception that its text is made of; what else it holds, a handler may keep to itself. */
export function textArguments({ args, keywords }: Call): readonly Expression[] {
  const named = keywords.filter(({ arg }) =>
    /^(detail|message|msg|description|reason)$/.test(arg ?? ""),
  );
  const isText = ({ nodeType }: Expression): boolean =>
    /^(JoinedStr|BinOp|Call|Dict)$/.test(nodeType);
  return [...args, ...named.map(({ value }) => value)].filter(isText);
}

/** `str(x)`, `json.dumps(x)`, `"…".format(x)` */
function isShowing({ func }: Call): boolean {
  if (func.nodeType === "Name") return showing.has(func.id);
  if (func.nodeType !== "Attribute") return false;
  if (func.attr === "format") return true;
  return func.attr === "dumps";
}
