import type { Evaluation } from "../../evaluation/evaluator";
import type { Scope } from "../../evaluation/scope";
import { typeOf } from "../../evaluation/types";
import { externalName, type Value } from "../../evaluation/value";
import { parseAnnotationText } from "../../python/annotationText";
import type { Expression } from "../../python/ast/nodes";
import { shortTypeName, typingForm, unionText } from "./typeNames";
import { typeText } from "./typeText";

/** What stands for a type variable, where something does. */
export type Substitution = (variable: Value) => Value;

/**
 * The text of an annotation as a person writes it. Unlike `typeText` it keeps the names of type aliases.
 * @param scope where the annotation's names are looked up
 * @param substitute what a type variable stands for
 */
export function writtenType(
  evaluation: Evaluation,
  node: Expression,
  scope: Scope,
  substitute: Substitution = (variable) => variable,
): string {
  const text = (part: Expression): string => writtenType(evaluation, part, scope, substitute);
  switch (node.nodeType) {
    case "Constant": {
      if (typeof node.value !== "string") return typeText(typeOf(evaluation, node, scope));
      const parsed = parseAnnotationText(node.value, node);
      return parsed === undefined ? node.value : text(parsed);
    }
    case "Name":
      return nameText(typeOf(evaluation, node, scope), node.id, substitute);
    case "Attribute":
      return nameText(typeOf(evaluation, node, scope), node.attr, substitute);
    case "BinOp":
      return node.op === "BitOr"
        ? unionText(alternatives(node).map(text))
        : typeText(typeOf(evaluation, node, scope));
    case "Subscript": {
      const head = externalName(typeOf(evaluation, node.value, scope));
      const args = node.slice.nodeType === "Tuple" ? node.slice.elts : [node.slice];
      const [first] = args;
      switch (typingForm(head)) {
        case "optional":
          return unionText([...args.map(text), "None"]);
        case "union":
          return unionText(args.map(text));
        case "literal":
          return typeText(typeOf(evaluation, node, scope));
        case "first":
          return first === undefined ? "Unknown" : text(first);
        case "plain":
          return `${text(node.value)}[${args.map(text).join(", ")}]`;
      }
      break;
    }
    case "List":
      return `[${node.elts.map(text).join(", ")}]`;
    default:
      return typeText(typeOf(evaluation, node, scope));
  }
}

function nameText(value: Value, written: string, substitute: Substitution): string {
  switch (value.kind) {
    case "class":
      return value.name;
    case "external":
      // A name that leads nowhere is looked up among the built-ins: then it is written as it stands.
      return shortTypeName(value.name);
    case "call": {
      const given = substitute(value);
      return given === value ? written : typeText(given);
    }
    default:
      return written;
  }
}

/** The parts of `a | b | c`. */
function alternatives(node: Expression): readonly Expression[] {
  return node.nodeType === "BinOp" && node.op === "BitOr"
    ? [...alternatives(node.left), ...alternatives(node.right)]
    : [node];
}
