import type { Expression, Node, Statement, Try, TryStar } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { isClosing, isName, mentions, opensScope } from "./closing";

/**
 * What a session can be at a place of the code, as bits: there is none that is open; it is open but was not used, so
 * that it holds no connection yet; it is in use.
 */
const none = 1;
const fresh = 2;
const used = 4;
const open = fresh | used;

/** The states in which control leaves a piece of code, by how it leaves. */
interface Exits {
  next: number;
  return: number;
  raise: number;
  break: number;
  continue: number;
}

const noExits: Exits = { next: 0, return: 0, raise: 0, break: 0, continue: 0 };

/** On which ways through a function a session is not closed. */
export interface OpenWays {
  /** Where it ends or returns. */
  readonly isOpenAtEnd: boolean;
  /** Where something raises. */
  readonly isOpenOnRaise: boolean;
}

/**
 * Follows a session through a function's body: on which ways it is left open after it was used.
 * @param made the statement that puts it into the name
 */
export function openWays(name: string, made: Statement, body: readonly Statement[]): OpenWays {
  const exits = new Ways(name, made).block(body, none);
  return {
    isOpenAtEnd: ((exits.next | exits.return) & used) > 0,
    isOpenOnRaise: (exits.raise & used) > 0,
  };
}

class Ways {
  constructor(
    private readonly name: string,
    private readonly made: Statement,
  ) {}

  block(body: readonly Statement[], before: number): Exits {
    const exits = { ...noExits, next: before };
    for (const statement of body) {
      if (exits.next === 0) break;
      const after = this.statement(statement, exits.next);
      exits.next = 0;
      merge(exits, after);
    }
    return exits;
  }

  private statement(statement: Statement, before: number): Exits {
    switch (statement.nodeType) {
      case "If":
        return this.branches(statement.test, statement.body, statement.orelse, before);
      case "For":
      case "AsyncFor":
        return this.loop(statement.iter, statement.body, statement.orelse, before, false);
      case "While": {
        const { test, body, orelse } = statement;
        const isEndless = test.nodeType === "Constant" && Boolean(test.value);
        return this.loop(test, body, orelse, before, isEndless);
      }
      case "With":
      case "AsyncWith":
        return this.context(statement, before);
      case "Try":
      case "TryStar":
        return this.attempt(statement, before);
      case "Match": {
        const exits = this.leaf(statement.subject, before);
        const { next } = exits;
        for (const { body } of statement.cases) merge(exits, this.block(body, next));
        return exits;
      }
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        return { ...noExits, next: before };
      case "Break":
        return { ...noExits, break: before };
      case "Continue":
        return { ...noExits, continue: before };
      default:
        return this.plain(statement, before);
    }
  }

  /** A statement without others in it. */
  private plain(statement: Statement, before: number): Exits {
    const exits = this.leaf(statement, before);
    if (statement === this.made) return { ...exits, next: fresh };
    if (statement.nodeType === "Return") return { ...exits, return: exits.next, next: 0 };
    if (statement.nodeType === "Raise")
      return { ...exits, raise: exits.raise | exits.next, next: 0 };
    return exits;
  }

  /** What running expressions does: they close the session, use it, or may raise. */
  private leaf(root: Node, before: number): Exits {
    let isClosed = false;
    let isUsed = false;
    let isRebound = false;
    let mayRaise = false;
    walk(root, (node) => {
      if (opensScope(node)) return false;
      isClosed ||= isClosing(this.name, node);
      mayRaise ||= node.nodeType === "Call" || node.nodeType === "Await";
      if (node.nodeType === "Attribute" && isName(this.name, node.value)) isUsed = true;
      if (node.nodeType === "Call" && hasArgument(this.name, node)) isUsed = true;
      isRebound ||= node.nodeType === "Name" && node.ctx !== "Load" && isName(this.name, node);
      return true;
    });
    if (isClosed || (isRebound && root !== this.made)) return { ...noExits, next: none };
    const after = isUsed ? afterUse(before) : before;
    return { ...noExits, next: after, raise: mayRaise ? after : 0 };
  }

  private branches(
    test: Expression,
    body: readonly Statement[],
    orelse: readonly Statement[],
    before: number,
  ): Exits {
    const exits = this.leaf(test, before);
    const { next } = exits;
    exits.next = 0;
    const whenOpen = this.holdsWhenOpen(test);
    const first = whenOpen === undefined ? next : next & (whenOpen ? open : none);
    const second = whenOpen === undefined ? next : next & (whenOpen ? none : open);
    // `if own_session: session.close()` closes the one that was made here.
    const isOwn = orelse.length === 0 && body.length === 1 && isPlainName(test);
    const closed = isOwn ? this.block(body, next) : undefined;
    if (closed?.next === none && closed.return === 0) return merge(exits, closed);
    merge(exits, this.block(body, first));
    return merge(exits, this.block(orelse, second));
  }

  /** Whether a test of the session itself holds where it is open: `if session is not None`. */
  private holdsWhenOpen(test: Expression): boolean | undefined {
    if (isName(this.name, test)) return true;
    if (test.nodeType === "UnaryOp" && test.op === "Not") {
      const inner = this.holdsWhenOpen(test.operand);
      return inner === undefined ? undefined : !inner;
    }
    if (test.nodeType === "BoolOp" && test.op === "And") {
      return test.values.some((value) => this.holdsWhenOpen(value) === true) ? true : undefined;
    }
    if (test.nodeType !== "Compare" || test.ops.length !== 1) return undefined;
    const isNone = test.comparators[0]?.nodeType === "Constant";
    if (isName(this.name, test.left) && isNone) return test.ops[0] === "IsNot";
    // `if "session" in locals()`
    const isText = test.left.nodeType === "Constant" && test.left.value === this.name;
    return isText ? test.ops[0] === "In" : undefined;
  }

  private loop(
    test: Expression,
    body: readonly Statement[],
    orelse: readonly Statement[],
    before: number,
    isEndless: boolean,
  ): Exits {
    const exits: Exits = { ...noExits };
    let states = before;
    let left = 0;
    // States only grow, and there are three of them.
    for (let round = 0; round < 3; round++) {
      const head = this.leaf(test, states);
      merge(exits, { ...head, next: 0 });
      const inside = this.block(body, head.next);
      exits.return |= inside.return;
      exits.raise |= inside.raise;
      left |= inside.break;
      states |= inside.next | inside.continue;
    }
    const ended = isEndless ? noExits : this.block(orelse, states);
    return merge(merge(exits, ended), { ...noExits, next: left });
  }

  private context(statement: Extract<Statement, { items: unknown }>, before: number): Exits {
    let states = before;
    let isManaged = false;
    const exits: Exits = { ...noExits };
    for (const item of statement.items) {
      const entered = this.leaf(item.context_expr, states);
      isManaged ||= isClosing(this.name, item) || this.isTransaction(item.context_expr);
      exits.raise |= entered.raise;
      states = entered.next;
    }
    const inside = this.block(statement.body, states);
    if (!isManaged) return merge(exits, inside);
    const closed = (mask: number): number => (mask === 0 ? 0 : none);
    return {
      next: closed(inside.next),
      return: closed(inside.return),
      raise: 0,
      break: closed(inside.break),
      continue: closed(inside.continue),
    };
  }

  /** `with session.begin():` gives the connection back at its end. */
  private isTransaction(context: Expression): boolean {
    return (
      context.nodeType === "Call" &&
      context.func.nodeType === "Attribute" &&
      context.func.attr === "begin" &&
      isName(this.name, context.func.value)
    );
  }

  private attempt({ body, handlers, orelse, finalbody }: Try | TryStar, before: number): Exits {
    const exits = this.block(body, before);
    const raised = exits.raise;
    const { next } = exits;
    exits.next = 0;
    if (handlers.some(({ type }) => type === null || isBroad(type))) exits.raise = 0;
    for (const handler of handlers) merge(exits, this.block(handler.body, raised));
    merge(exits, this.block(orelse, next));
    if (finalbody.length === 0) return exits;
    const after: Exits = { ...noExits };
    for (const way of ["next", "return", "raise", "break", "continue"] as const) {
      if (exits[way] === 0) continue;
      const last = this.block(finalbody, exits[way]);
      merge(after, { ...last, next: 0 });
      after[way] |= last.next;
    }
    return after;
  }
}

function afterUse(before: number): number {
  return (before & none) | ((before & open) > 0 ? used : 0);
}

/** Whether a call is given the session, other than to look at it. */
function hasArgument(name: string, node: Extract<Node, { nodeType: "Call" }>): boolean {
  const { func } = node;
  if (func.nodeType === "Name" && /^(?:print|isinstance|bool|id|type|repr)$/.test(func.id)) {
    return false;
  }
  return [...node.args, ...node.keywords.map(({ value }) => value)].some((one) =>
    mentions(name, one),
  );
}

function isPlainName({ nodeType }: Expression): boolean {
  return nodeType === "Name" || nodeType === "Attribute" || nodeType === "UnaryOp";
}

function isBroad(type: Expression): boolean {
  const name = type.nodeType === "Name" ? type.id : type.nodeType === "Attribute" ? type.attr : "";
  return name === "Exception" || name === "BaseException";
}

function merge(into: Exits, from: Exits): Exits {
  into.next |= from.next;
  into.return |= from.return;
  into.raise |= from.raise;
  into.break |= from.break;
  into.continue |= from.continue;
  return into;
}
