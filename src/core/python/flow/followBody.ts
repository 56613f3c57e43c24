import type { Expression, Node, Return, Statement, WithItem } from "../ast/nodes";
import { forEachChild } from "../ast/visit";

/** What a state is told on the way through a function's body, in the order in which the code runs. */
export interface FlowVisitor<State> {
  copy(state: State): State;
  /** The state behind a fork. @param ways those that go on; there is one at least */
  join(before: State, ways: readonly State[]): State;
  /** After all that an expression is made of. */
  expression(node: Expression, state: State): void;
  /** @param how whether the target becomes the value, one of its items, or what `with` gives of it */
  bind(
    target: Expression,
    value: Expression,
    how: "value" | "item" | "context",
    state: State,
  ): void;
  /** Where the block of a `with` ends. */
  leaveWith?(item: WithItem, state: State): void;
  returns?(node: Return, state: State): void;
}

/**
 * Follows a function's body with a state: both ways of a branch, loops twice, so that what one round does is seen by the
 * next. Functions within it are left out. Of a handler nothing is known when it starts but what was before its `try`.
 */
export function followBody<State>(
  body: readonly Statement[],
  start: State,
  visitor: FlowVisitor<State>,
): void {
  try {
    new Follower(visitor).block(body, start);
  } catch (error) {
    // Code that nests too deep for the stack: what was found so far stands.
    if (!(error instanceof RangeError)) throw error;
  }
}

class Follower<State> {
  constructor(private readonly visitor: FlowVisitor<State>) {}

  /** @returns the state at the block's end, `undefined` where control never gets there */
  block(body: readonly Statement[], before: State): State | undefined {
    let state: State | undefined = before;
    for (const statement of body) {
      state = this.statement(statement, state);
      if (state === undefined) return undefined;
    }
    return state;
  }

  private statement(statement: Statement, state: State): State | undefined {
    const { visitor } = this;
    switch (statement.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        return state;
      case "If":
        this.expression(statement.test, state);
        return this.fork(state, [statement.body, statement.orelse]);
      case "Match":
        this.expression(statement.subject, state);
        return this.fork(state, [...statement.cases.map(({ body }) => body), []]);
      case "For":
      case "AsyncFor": {
        this.expression(statement.iter, state);
        const round = (before: State): State | undefined => {
          const within = visitor.copy(before);
          visitor.bind(statement.target, statement.iter, "item", within);
          return this.block(statement.body, within);
        };
        return this.block(statement.orelse, this.loop(state, round));
      }
      case "While": {
        const round = (before: State): State | undefined => {
          const within = visitor.copy(before);
          this.expression(statement.test, within);
          return this.block(statement.body, within);
        };
        return this.block(statement.orelse, this.loop(state, round));
      }
      case "With":
      case "AsyncWith": {
        for (const item of statement.items) {
          this.expression(item.context_expr, state);
          if (item.optional_vars !== null)
            visitor.bind(item.optional_vars, item.context_expr, "context", state);
        }
        const after = this.block(statement.body, state);
        if (after === undefined) return undefined;
        for (const item of statement.items.toReversed()) visitor.leaveWith?.(item, after);
        return after;
      }
      case "Try":
      case "TryStar": {
        const before = visitor.copy(state);
        const body = this.block(statement.body, state);
        const ways = [body && this.block(statement.orelse, body)];
        for (const handler of statement.handlers)
          ways.push(this.block(handler.body, visitor.copy(before)));
        const going = ways.filter((one) => one !== undefined);
        const after = going.length === 0 ? undefined : visitor.join(before, going);
        const last = this.block(statement.finalbody, after ?? visitor.copy(before));
        return after === undefined ? undefined : last;
      }
      case "Return":
        if (statement.value !== null) this.expression(statement.value, state);
        visitor.returns?.(statement, state);
        return undefined;
      case "Raise":
        if (statement.exc !== null) this.expression(statement.exc, state);
        return undefined;
      case "Break":
      case "Continue":
        return undefined;
      case "Assign":
        this.expression(statement.value, state);
        for (const target of statement.targets) this.bind(target, statement.value, state);
        return state;
      case "AnnAssign":
      case "AugAssign":
        if (statement.value !== null) {
          this.expression(statement.value, state);
          this.bind(statement.target, statement.value, state);
        }
        return state;
      default:
        this.parts(statement, state);
        return state;
    }
  }

  private fork(state: State, ways: readonly (readonly Statement[])[]): State | undefined {
    const { visitor } = this;
    const ends = ways.map((body) => this.block(body, visitor.copy(state)));
    const going = ends.filter((one) => one !== undefined);
    return going.length === 0 ? undefined : visitor.join(state, going);
  }

  private loop(state: State, round: (before: State) => State | undefined): State {
    const first = round(state);
    if (first === undefined) return state;
    const second = round(this.visitor.join(state, [state, first]));
    return this.visitor.join(state, second === undefined ? [state, first] : [state, second]);
  }

  private bind(target: Expression, value: Expression, state: State): void {
    this.targetParts(target, state);
    this.visitor.bind(target, value, "value", state);
  }

  /** What a target is made of is read: `row` of `row.name = 1`. */
  private targetParts(target: Expression, state: State): void {
    if (target.nodeType === "Attribute" || target.nodeType === "Subscript")
      this.parts(target, state);
  }

  private expression(node: Expression, state: State): void {
    switch (node.nodeType) {
      case "Lambda":
        return;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp":
        for (const { target, iter, ifs } of node.generators) {
          this.expression(iter, state);
          this.visitor.bind(target, iter, "item", state);
          for (const test of ifs) this.expression(test, state);
        }
        if (node.nodeType === "DictComp") {
          this.expression(node.key, state);
          this.expression(node.value, state);
        } else this.expression(node.elt, state);
        break;
      case "NamedExpr":
        this.expression(node.value, state);
        this.visitor.bind(node.target, node.value, "value", state);
        return;
      default:
        this.parts(node, state);
    }
    this.visitor.expression(node, state);
  }

  private parts(node: Node, state: State): void {
    forEachChild(node, (child) => {
      if (child.nodeType === "keyword") this.expression(child.value, state);
      else if (isExpression(child)) this.expression(child, state);
    });
  }
}

function isExpression(node: Node): node is Expression {
  return expressions.has(node.nodeType);
}

const expressions: ReadonlySet<string> = new Set(
  (
    "Attribute Await BinOp BoolOp Call Compare Constant Dict DictComp FormattedValue GeneratorExp IfExp Interpolation " +
    "JoinedStr Lambda List ListComp Name NamedExpr Set SetComp Slice Starred Subscript TemplateStr Tuple UnaryOp Yield YieldFrom"
  ).split(" "),
);
