import { backend } from "../../../frameworks/backend";
import type { Statement } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import type { AnyRuleContext, Report } from "../../rule";
import { decoratorNames } from "../../syntax/decorators";
import { bodyOf, type FunctionPlace } from "../../syntax/functions";
import { headerEnd } from "../../syntax/headerEnd";

const transparent = /^(?:staticmethod|classmethod|\w+\.setter|\w+\.deleter)$/;

/**
 * Adds `-> None` to a function that returns nothing on any way. Not to one that a framework reads the type of, which
 * decorators and the registration of routes say, and not to one that others fill in.
 */
export function noneReturnFix(
  place: FunctionPlace,
  { file, code }: AnyRuleContext,
): Report<string>["fix"] {
  const { node } = place;
  const isDecorated = node.decorator_list.length !== decoratorNames(node).length;
  if (isDecorated || !decoratorNames(node).every((name) => transparent.test(name)))
    return undefined;
  if (!returnsNothing(node)) return undefined;
  const isHandler = backend
    .routing(code)
    .endpoints.some(({ handler }) => handler.path === file.path && handler.node.line === node.line);
  const at = headerEnd(node, file);
  if (isHandler || at === undefined) return undefined;
  const replacements = [{ range: { start: at, end: at }, newText: " -> None" }];
  return { title: "Add -> None", edits: { replacements, insertions: [] } };
}

/** Whether a function ends on some way, and never with a value. */
function returnsNothing(node: FunctionPlace["node"]): boolean {
  const body = bodyOf(node);
  const last = body.at(-1);
  if (!body.some(does) || last?.nodeType === "Raise") return false;
  let nothing = true;
  for (const statement of body) {
    walk(statement, (inner) => {
      switch (inner.nodeType) {
        case "Yield":
        case "YieldFrom":
          nothing = false;
          break;
        case "Return":
          if (inner.value !== null) nothing = false;
          break;
        case "FunctionDef":
        case "AsyncFunctionDef":
        case "ClassDef":
        case "Lambda":
          return false;
      }
      return nothing;
    });
  }
  return nothing;
}

/** Whether a statement does something: `pass` and `...` leave it to others. */
function does(statement: Statement): boolean {
  const { nodeType } = statement;
  if (nodeType === "Expr") return statement.value.nodeType !== "Constant";
  return nodeType !== "Pass" && nodeType !== "Raise" && nodeType !== "Global";
}
