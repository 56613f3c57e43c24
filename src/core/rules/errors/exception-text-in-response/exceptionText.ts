import { type CallV, externalName, type FunctionV } from "../../../evaluation/value";
import type { Call, Expression, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import { isForDevelopers } from "../../syntax/environmentTests";

/** How deep an expression is looked into. */
const deepest = 8;

/** Finds where expressions show the text of one caught exception. */
export class ExceptionText {
  private readonly assigned = new Map<string, Expression>();

  /**
   * @param name what the exception is called
   * @param body the statements that handle it
   */
  constructor(
    private readonly name: string,
    body: readonly Statement[],
    private readonly calls: ReadonlyMap<Call, readonly CallV[]>,
  ) {
    for (const statement of ownStatements(body)) {
      if (statement.nodeType !== "Assign") continue;
      for (const target of statement.targets) {
        if (target.nodeType === "Name") this.assigned.set(target.id, statement.value);
      }
    }
  }

  /** The part of an expression whose text is the exception's, or holds it; `undefined` where none is. */
  in(node: Expression, depth = 0): Expression | undefined {
    if (depth > deepest) return undefined;
    const first = (parts: readonly (Expression | null)[]): Expression | undefined => {
      for (const part of parts) {
        const found = part === null ? undefined : this.in(part, depth + 1);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    switch (node.nodeType) {
      case "Name": {
        if (node.id === this.name) return node;
        const value = this.assigned.get(node.id);
        return value !== undefined && this.in(value, depth + 1) !== undefined ? node : undefined;
      }
      case "Attribute":
        return node.attr === "args" && this.isException(node.value) ? node : undefined;
      case "JoinedStr":
        return first(node.values) && node;
      case "FormattedValue":
      case "Starred":
      case "NamedExpr":
        return first([node.value]);
      case "Subscript":
        return this.isException(node.value) ? undefined : first([node.value]) && node;
      case "BinOp":
        return node.op === "Add" || node.op === "Mod"
          ? first([node.left, node.right]) && node
          : undefined;
      case "BoolOp":
        return first(node.values);
      case "IfExp":
        if (isForDevelopers(node.test)) return undefined;
        // A test of the exception says which one it is.
        return first(this.isTold(node.test) ? [node.orelse] : [node.body, node.orelse]);
      case "Dict":
        return first(node.values);
      case "List":
      case "Tuple":
      case "Set":
        return first(node.elts);
      case "Call":
        return this.inCall(node, first);
      default:
        return undefined;
    }
  }

  private isTold(test: Expression): boolean {
    return !this.isException(test) && mentions(test, this.name);
  }

  private isException(node: Expression): boolean {
    return node.nodeType === "Name" && node.id === this.name;
  }

  /** Whether a function of the project returns, in any case, a text with what it is given here. */
  private isHandedBack({ node }: FunctionV, args: readonly Expression[]): boolean {
    const at = args.findIndex((one) => this.in(one) !== undefined);
    const name = node.args.args[at]?.arg;
    if (at < 0 || name === undefined) return false;
    const body = node.nodeType === "Lambda" ? [] : node.body;
    // Without its calls: what it calls in turn is not followed.
    const text = new ExceptionText(name, body, new Map());
    const returned =
      node.nodeType === "Lambda"
        ? [node.body]
        : ownStatements(body).flatMap((one) => (one.nodeType === "Return" ? [one.value] : []));
    return (
      returned.length > 0 && returned.every((one) => one !== null && text.in(one) !== undefined)
    );
  }

  private inCall(
    node: Call,
    first: (parts: readonly Expression[]) => Expression | undefined,
  ): Expression | undefined {
    const { func, args, keywords } = node;
    const given = [...args, ...keywords.map(({ value }) => value)];
    const [call] = this.calls.get(node) ?? [];
    const name = externalName(call?.func) ?? "";
    if (/^traceback\.format_exc$/.test(name)) return node;
    if (/^traceback\.format_exception(_only)?$/.test(name)) return first(given) && node;
    if (/^builtins\.(str|repr|format)$/.test(name)) return first(given) && node;
    // A body is put together: its parts are looked at by themselves.
    const isMaking =
      call?.func.kind === "class" ||
      /^(builtins\.(dict|list)|\S*\.jsonable_encoder|json\.dumps)$/.test(name);
    if (isMaking) return first(given);
    if (call?.func.kind === "function")
      return this.isHandedBack(call.func, args) ? node : undefined;
    if (func.nodeType !== "Attribute") return undefined;
    if (func.attr === "format" || func.attr === "join")
      return first([func.value, ...given]) && node;
    // `str(e).strip()`; of a method of the exception itself nothing is known.
    return this.isException(func.value) ? undefined : first([func.value]) && node;
  }
}

/** Whether a name stands anywhere in an expression. */
export function mentions(node: Expression, name: string): boolean {
  let found = false;
  walk(node, (part) => {
    found ||= part.nodeType === "Name" && part.id === name;
    return !found;
  });
  return found;
}
