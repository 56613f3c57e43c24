import type { Place } from "../../evaluation/value";
import type { AnnAssign, Assign, Expression, Statement } from "../../python/ast/nodes";
import { isPositioned, walk } from "../../python/ast/visit";

/** What an expression is assigned to. */
export interface LookupTarget {
  /** `__qualname__` of the class whose body or method it stands in; empty for none. */
  readonly class: string;
  /** `undefined` where it is assigned to nothing that lasts. */
  readonly name: string | undefined;
  /** Its annotation, where the value is not a collection that the expression is one part of. */
  readonly annotation: Expression | undefined;
}

/** What the expression at a place is assigned to, itself or as a part of something. */
export function targetAt(statements: readonly Statement[], place: Place): LookupTarget {
  const classes: string[] = [];
  let inFunction = false;
  let assigned: Assign | AnnAssign | undefined;
  let isPart = false;
  for (const statement of statements) {
    walk(statement, (node) => {
      if (!isPositioned(node)) return true;
      if (!holds(node, place)) return false;
      if (node.nodeType === "ClassDef" && !inFunction) classes.push(node.name);
      if (node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef") {
        inFunction = true;
        assigned = undefined;
      }
      if (node.nodeType === "Assign" || node.nodeType === "AnnAssign") assigned = node;
      isPart ||= ["Dict", "List", "Tuple", "Set"].includes(node.nodeType);
      return true;
    });
  }
  const annotation =
    assigned?.nodeType === "AnnAssign" && !isPart ? assigned.annotation : undefined;
  const target = assigned?.nodeType === "Assign" ? assigned.targets[0] : assigned?.target;
  const name = nameOf(target, inFunction);
  return { class: inFunction && name === undefined ? "" : classes.join("."), name, annotation };
}

function nameOf(target: Expression | undefined, inFunction: boolean): string | undefined {
  if (target?.nodeType === "Name") return inFunction ? undefined : target.id;
  const isOwn =
    target?.nodeType === "Attribute" &&
    target.value.nodeType === "Name" &&
    ["self", "cls"].includes(target.value.id);
  return isOwn ? target.attr : undefined;
}

function holds(
  node: Pick<Expression, "line" | "character" | "endLine" | "endCharacter">,
  { line, character }: Place,
): boolean {
  if (line < node.line || line > node.endLine) return false;
  if (line === node.line && character < node.character) return false;
  return line < node.endLine || character < node.endCharacter;
}
