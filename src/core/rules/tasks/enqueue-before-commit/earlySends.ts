import type { ExpressionValues } from "../../../evaluation/functionRuns";
import { type CallV, externalName, type FunctionV, optionsOf } from "../../../evaluation/value";
import { functionsCalled, valuesIn } from "../../../frameworks/callGraph";
import { rowClass } from "../../../frameworks/sqlalchemy/queries/rows";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import {
  instanceGiven,
  sessionMethod,
} from "../../../frameworks/sqlalchemy/sessions/sessionMethods";
import { sessionKey } from "../../../frameworks/sqlalchemy/sessions/sessionPaths";
import { keyOf, usesOfCall } from "../../../frameworks/sqlalchemy/sessions/sessionUses";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call, Expression, Node, WithItem } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { type FlowVisitor, followBody } from "../../../python/flow/followBody";
import {
  copyPending,
  type EarlySend,
  joinPending,
  nothingPending,
  type Pending,
} from "./pendingRows";

/** A task that is asked for with the id of a row that is committed after it. */
export interface SentBeforeCommit extends EarlySend {
  readonly commit: Call;
}

/**
 * What a function sends before it commits the row that it is about.
 * @param taskOf the task that a call asks a queue for
 */
export function sentBeforeCommit(
  func: FunctionV,
  code: CodeBase,
  taskOf: (call: CallV) => string | undefined,
): readonly SentBeforeCommit[] {
  const { node } = func;
  if (node.nodeType === "Lambda") return [];
  const sender = new Sender(func, code, taskOf);
  followBody(node.body, nothingPending(), sender);
  return [...sender.found.values()];
}

/** Where a task is told to start later than at once. */
const later: ReadonlySet<string> = new Set([
  "countdown",
  "eta",
  "delay",
  "_defer_by",
  "_defer_until",
]);

class Sender implements FlowVisitor<Pending> {
  readonly found = new Map<Call, SentBeforeCommit>();
  private readonly calls: ReadonlyMap<Call, readonly CallV[]>;
  private ownValues: ExpressionValues | undefined;

  constructor(
    private readonly func: FunctionV,
    private readonly code: CodeBase,
    private readonly taskOf: (call: CallV) => string | undefined,
  ) {
    this.calls = fileCalls(code, func.path);
  }

  copy(state: Pending): Pending {
    return copyPending(state);
  }

  join(before: Pending, ways: readonly Pending[]): Pending {
    return joinPending(before, ways);
  }

  expression(node: Expression, state: Pending): void {
    // What it stands for is asked for where it is sent.
    if (node.nodeType !== "Call" || isSignature(node)) return;
    const [call] = this.calls.get(node) ?? [];
    const task = call && this.taskOf(call);
    if (task !== undefined) this.send(node, task, state);
    else if (call === undefined || isUnknown(call)) this.letGo(node, call, state);
    else this.call(node, call, state);
  }

  bind(
    target: Expression,
    value: Expression,
    how: "value" | "item" | "context",
    state: Pending,
  ): void {
    if (target.nodeType === "Attribute" && target.value.nodeType === "Name") {
      const { id } = target.value;
      const row = state.rows.get(id);
      if (row !== undefined) state.rows.set(id, { ...row, isPending: true });
    }
    if (target.nodeType !== "Name") return;
    state.rows.delete(target.id);
    state.ids.delete(target.id);
    if (how !== "value") return;
    const node = value.nodeType === "Await" ? value.value : value;
    const row = namedRow(converted(node), state);
    if (row !== undefined) state.ids.set(target.id, row);
    if (node.nodeType === "Call") this.bindCall(target.id, node, state);
  }

  leaveWith({ context_expr: node, optional_vars: name }: WithItem, state: Pending): void {
    if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return;
    if (node.func.attr !== "begin") return;
    const value = this.values().get(node.func.value);
    const isSession = value !== undefined && optionsOf(value).every((one) => sessionColour(one));
    const session = isSession ? node.func.value : name;
    const key = session === null ? undefined : sessionKey(session, this.func, this.code);
    if (key !== undefined) this.commit(key, node, state);
  }

  /** A row that is made, loaded, or given by a function that adds it. */
  private bindCall(name: string, node: Call, state: Pending): void {
    const value = this.values().get(node);
    const model = value && rowClass(value, this.code);
    if (model === undefined || value === undefined) return;
    if (value.kind === "instance") {
      state.rows.set(name, { session: undefined, model, isPending: true });
      for (const { arg, value: given } of node.keywords) {
        // An id that was made before.
        if (arg !== null && given.nodeType === "Name" && isKey(arg, name, state))
          state.ids.set(given.id, name);
      }
      return;
    }
    const uses = callsIn(node).flatMap((one) => usesOfCall(one, this.func, this.code));
    const [use] = uses;
    if (use === undefined || uses.some((one) => keyOf(one) !== keyOf(use))) return;
    const names = new Set(uses.map(({ method }) => method.name));
    if (names.has("commit")) return;
    state.rows.set(name, { session: keyOf(use), model, isPending: names.has("add") });
  }

  private send(node: Call, task: string, state: Pending): void {
    const calls = withSignatures(node);
    if (calls.some(({ keywords }) => keywords.some(({ arg }) => arg !== null && later.has(arg))))
      return;
    for (const call of calls) {
      walk(call, (part) => {
        if (part === call.func) return false;
        const name = namedRow(part, state);
        const row = name === undefined ? undefined : state.rows.get(name);
        if (row?.isPending) state.sends.add({ node, row, task });
        return part.nodeType !== "Lambda";
      });
    }
    this.update(state);
  }

  private call(node: Call, call: CallV, state: Pending): void {
    const method = sessionMethod(call);
    if (method !== undefined && node.func.nodeType === "Attribute") {
      const session = sessionKey(node.func.value, this.func, this.code);
      if (session === undefined) return;
      if (/^add(?:_all)?$/.test(method.name)) this.add(node, session, state);
      else if (method.name === "commit") this.commit(session, node, state);
      else if (/^(?:rollback|close|aclose|reset|invalidate|run_sync)$/.test(method.name))
        forget(session, state);
      return;
    }
    const own = optionsOf(call.func).flatMap(functionsCalled);
    const uses = usesOfCall(node, this.func, this.code);
    for (const use of uses) {
      if (use.method.name === "commit") this.commit(keyOf(use), node, state);
    }
    // What a library does with a row or a session is not known.
    if (own.length === 0 && !harmless.test(externalName(call.func) ?? "")) {
      this.letGo(node, call, state);
    } else if (own.length > 0)
      this.takeAdded(
        node,
        uses.map(({ method: { name } }) => name),
        uses.map(keyOf),
        state,
      );
  }

  /** Rows that are given to a function which adds rows to a session. */
  private takeAdded(
    node: Call,
    methods: readonly string[],
    sessions: readonly string[],
    state: Pending,
  ): void {
    const [session] = sessions;
    for (const name of namesGiven(node)) {
      const row = state.rows.get(name);
      if (row === undefined || row.session !== undefined) continue;
      if (session !== undefined && methods.includes("add") && !methods.includes("commit"))
        state.rows.set(name, { ...row, session });
      else state.rows.delete(name);
    }
    this.update(state);
  }

  private add(node: Call, session: string, state: Pending): void {
    const first = instanceGiven(node);
    const elements =
      first?.nodeType === "List" || first?.nodeType === "Tuple" ? first.elts : [first];
    for (const one of elements) {
      if (one?.nodeType !== "Name") continue;
      const row = state.rows.get(one.id);
      if (row?.session === undefined && row !== undefined) {
        state.rows.set(one.id, { ...row, session });
      }
    }
    this.update(state);
  }

  /** What was sent about a row before it was added is about it all the same. */
  private update({ rows, sends }: Pending): void {
    for (const send of [...sends]) {
      if (send.row.session !== undefined) continue;
      const added = [...rows.values()].find(
        ({ session, model }) => session !== undefined && model === send.row.model,
      );
      if (added === undefined) continue;
      sends.delete(send);
      sends.add({ ...send, row: added });
    }
  }

  private commit(session: string, commit: Call, state: Pending): void {
    for (const send of [...state.sends]) {
      if (send.row.session !== session) continue;
      if (!this.found.has(send.node)) this.found.set(send.node, { ...send, commit });
    }
    forget(session, state);
  }

  /** What is not known may commit what it is given, or collect what is sent. */
  private letGo(node: Call, call: CallV | undefined, state: Pending): void {
    if (call !== undefined && !isUnknown(call)) {
      const isGivenSession = [...call.args, ...call.keywords.values()].some((one) =>
        optionsOf(one).some((each) => sessionColour(each) !== undefined),
      );
      if (!isGivenSession) {
        for (const name of namesGiven(node)) state.rows.delete(name);
        return;
      }
    }
    state.rows.clear();
    state.sends.clear();
  }

  private values(): ExpressionValues {
    this.ownValues ??= valuesIn(this.func, this.code);
    return this.ownValues;
  }
}

/** Functions that only look at what they are given. */
const harmless = /^(?:builtins\.|logging\.|loguru\.|structlog\.|uuid\.|datetime\.|json\.)/;

/** A call of something of which nothing is known; a method of a library's object is known to be one. */
function isUnknown({ func }: CallV): boolean {
  return optionsOf(func).some(({ kind }) => kind === "unknown");
}

function forget(session: string, { rows, sends }: Pending): void {
  for (const [name, row] of rows) if (row.session === session) rows.delete(name);
  for (const send of [...sends]) if (send.row.session === session) sends.delete(send);
}

/** The row whose id an expression is: `user.id`, or a name that holds it. */
function namedRow(part: Node, state: Pending): string | undefined {
  if (part.nodeType === "Name") return state.ids.get(part.id);
  if (part.nodeType !== "Attribute" || part.value.nodeType !== "Name") return undefined;
  return isKey(part.attr, part.value.id, state) ? part.value.id : undefined;
}

/** What `str(…)` and `int(…)` are given, by which an id is made ready for a queue. */
function converted(node: Expression): Expression {
  const [first, ...others] = node.nodeType === "Call" ? node.args : [];
  const isConversion =
    node.nodeType === "Call" &&
    node.func.nodeType === "Name" &&
    /^(str|int)$/.test(node.func.id) &&
    others.length === 0;
  return isConversion && first !== undefined ? first : node;
}

/** A call that sends a task, and those that give the task its arguments before: `task.s(user.id).apply_async()`. */
function withSignatures(node: Call): readonly Call[] {
  const found = [node];
  for (let { func } = node; func.nodeType === "Attribute" && isSignature(func.value); ) {
    found.push(func.value);
    func = func.value.func;
  }
  return found;
}

function isSignature(node: Expression): node is Call {
  return (
    node.nodeType === "Call" &&
    node.func.nodeType === "Attribute" &&
    /^(s|si|signature|subtask)$|^set$/.test(node.func.attr)
  );
}

function isKey(attribute: string, name: string, { rows }: Pending): boolean {
  const model = rows.get(name)?.model;
  return model?.columns.some((one) => one.attribute === attribute && one.primaryKey) ?? false;
}

function namesGiven({ args, keywords }: Call): readonly string[] {
  return [...args, ...keywords.map(({ value }) => value)].flatMap((one) =>
    one.nodeType === "Name" ? [one.id] : [],
  );
}

function callsIn(root: Expression): readonly Call[] {
  const found: Call[] = [];
  walk(root, (node) => {
    if (node.nodeType === "Call") found.push(node);
  });
  return found;
}
