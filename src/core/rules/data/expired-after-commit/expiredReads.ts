import type { ExpressionValues } from "../../../evaluation/functionRuns";
import { type CallV, externalName, type FunctionV, optionsOf } from "../../../evaluation/value";
import { functionsCalled, valuesIn } from "../../../frameworks/callGraph";
import { reachesDatabase } from "../../../frameworks/databases/reach";
import { isReadByResponse } from "../../../frameworks/fastapi/servedRows";
import type { TableModel } from "../../../frameworks/sqlalchemy/model";
import { rowClass, tableOf } from "../../../frameworks/sqlalchemy/queries/rows";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import { modelOf, statementOf } from "../../../frameworks/sqlalchemy/queries/statement";
import { expiresOnCommit } from "../../../frameworks/sqlalchemy/sessions/expiry";
import {
  instanceGiven,
  sessionMethod,
} from "../../../frameworks/sqlalchemy/sessions/sessionMethods";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call, Expression, Node, Return, WithItem } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { type FlowVisitor, followBody } from "../../../python/flow/followBody";
import { dottedName } from "../../../python/scopes/build";
import { joinRows, type Row, type Rows } from "./rows";

/** A place where an expired row is read. */
export interface ExpiredRead {
  readonly node: Expression;
  readonly name: string;
  /** The attribute; `undefined` where a schema reads those that it has. */
  readonly attribute: string | undefined;
  readonly row: Row;
  /** The commit. */
  readonly commit: Call;
}

/** The expired rows that a coroutine reads, each at its first place. */
export function expiredReads(func: FunctionV, code: CodeBase): readonly ExpiredRead[] {
  return follow(func, code).reads;
}

/** Methods of a session that load rows. */
const loading: ReadonlySet<string> = new Set(
  "get get_one execute exec scalar scalars stream stream_scalars merge".split(" "),
);
/** Functions that look at an object, not at its attributes. */
const harmless =
  /^(?:builtins\.(?:isinstance|bool|id|type|print|repr|str|len|list|hasattr|setattr)|logging\.|loguru\.|structlog\.)/;

interface Followed {
  readonly reads: readonly ExpiredRead[];
  /** The commit after which every row that it returns is expired. */
  readonly returnedBy: { readonly commit: Call; readonly model: TableModel } | undefined;
}

const nothing: Followed = { reads: [], returnedBy: undefined };

/** Functions that are being followed, which may call themselves. */
const following = new Set<object>();

function follow(func: FunctionV, code: CodeBase): Followed {
  const { node } = func;
  if (node.nodeType !== "AsyncFunctionDef" || following.has(node)) return nothing;
  following.add(node);
  try {
    return code.remember("reads of expired rows", func, (current) => {
      const { node: own } = current;
      if (own.nodeType === "Lambda") return nothing;
      const reader = new Reader(current, code);
      followBody(own.body, new Map(), reader);
      return reader.followed();
    });
  } finally {
    following.delete(node);
  }
}

class Reader implements FlowVisitor<Rows> {
  private readonly reads = new Map<Node, ExpiredRead>();
  private readonly returned: (Row | undefined)[] = [];
  private readonly calls: ReadonlyMap<Call, readonly CallV[]>;
  private readonly isAnswering: boolean;
  private ownValues: ExpressionValues | undefined;

  constructor(
    private readonly func: FunctionV,
    private readonly code: CodeBase,
  ) {
    this.calls = fileCalls(code, func.path);
    this.isAnswering = isReadByResponse(func, code);
  }

  followed(): Followed {
    const [first] = this.returned;
    const isExpired = this.returned.every((row) => row?.expiredBy !== undefined);
    const returnedBy =
      first?.expiredBy !== undefined && isExpired
        ? { commit: first.expiredBy, model: first.model }
        : undefined;
    return { reads: [...this.reads.values()], returnedBy };
  }

  copy(rows: Rows): Rows {
    return new Map(rows);
  }

  join(before: Rows, ways: readonly Rows[]): Rows {
    return joinRows(before, ways);
  }

  expression(node: Expression, rows: Rows): void {
    if (node.nodeType === "Call") this.call(node, rows);
    if (node.nodeType !== "Attribute" || node.value.nodeType !== "Name") return;
    const { id: name } = node.value;
    const row = rows.get(name);
    if (row === undefined || node.ctx !== "Load") return;
    if (node.attr === "awaitable_attrs") rows.delete(name);
    else if (isMapped(node.attr, row) && !row.set.has(node.attr)) {
      this.read(node, name, node.attr, rows);
    }
  }

  bind(target: Expression, value: Expression, how: "value" | "item" | "context", rows: Rows): void {
    if (target.nodeType === "Attribute" && target.value.nodeType === "Name") {
      const { id: name } = target.value;
      const row = rows.get(name);
      if (row !== undefined) rows.set(name, { ...row, set: new Set([...row.set, target.attr]) });
      return;
    }
    if (target.nodeType !== "Name") return;
    const row = how === "context" ? undefined : this.rowOf(value, rows);
    if (row === undefined) rows.delete(target.id);
    else rows.set(target.id, how === "item" ? { ...row, isOneOfMany: true } : row);
  }

  leaveWith({ context_expr: node }: WithItem, rows: Rows): void {
    // `async with session.begin():` commits at its end.
    if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return;
    const [call] = this.calls.get(node) ?? [];
    const begun =
      node.func.attr === "begin" && call?.func.kind === "attribute" ? call.func : undefined;
    if (begun !== undefined && expiresOnCommit(begun.value, this.code)) {
      this.expire(sessionName(node.func.value), node, rows);
    }
  }

  returns({ value }: Return, rows: Rows): void {
    if (value === null || (value.nodeType === "Constant" && value.value === null)) return;
    const row = this.rowOf(value, rows);
    this.returned.push(row);
    if (!this.isAnswering || row?.expiredBy === undefined) return;
    const name = value.nodeType === "Name" ? value.id : "";
    this.reads.set(value, { node: value, name, attribute: undefined, row, commit: row.expiredBy });
  }

  private call(node: Call, rows: Rows): void {
    const [call] = this.calls.get(node) ?? [];
    const method = call && sessionMethod(call);
    if (call === undefined || method?.colour !== "async" || node.func.nodeType !== "Attribute") {
      this.handOn(node, call, rows);
      return;
    }
    const session = sessionName(node.func.value);
    const named = namesIn(instanceGiven(node));
    switch (method.name) {
      case "add":
      case "add_all":
        for (const one of named) this.track(one, session, rows);
        return;
      case "commit":
        if (expiresOnCommit(method.session, this.code)) this.expire(session, node, rows);
        return;
      case "refresh":
        for (const { id } of named) this.refresh(id, node, rows);
        return;
      case "delete":
      case "expunge":
        for (const { id } of named) rows.delete(id);
        return;
      case "expunge_all":
      case "rollback":
      case "run_sync":
        forget(rows, (row) => row.session === session || row.session === "");
        return;
      default:
        // A query loads what it finds again.
        if (loading.has(method.name)) this.load(call, rows);
    }
  }

  /** A call of something else: what it is given it may load again, as its own queries may. */
  private handOn(node: Call, call: CallV | undefined, rows: Rows): void {
    const func = call?.func;
    const given = [...node.args, ...node.keywords.map(({ value }) => value)].flatMap(namesIn);
    const isRead =
      node.func.nodeType === "Attribute" && /^(?:model_validate|from_orm)$/.test(node.func.attr);
    for (const { id } of given) {
      if (isRead && rows.get(id)?.expiredBy !== undefined) this.read(node, id, undefined, rows);
      else if (!harmless.test(externalName(func) ?? "")) rows.delete(id);
    }
    if (node.func.nodeType === "Attribute" && node.func.value.nodeType === "Name") {
      // A method of the row reads what it reads.
      if (func?.kind === "bound") rows.delete(node.func.value.id);
    }
    if (call !== undefined && reachesDatabase(call, this.code)) {
      forget(rows, ({ expiredBy }) => expiredBy !== undefined);
    }
  }

  private load(call: CallV, rows: Rows): void {
    const [first] = call.args;
    const statement = first && statementOf(first);
    const model = first?.kind === "class" ? first : statement && modelOf(statement);
    const table = model && tableOf(model, this.code);
    const isAlone =
      statement === undefined || statement.joins.length + statement.options.length === 0;
    forget(
      rows,
      (row) =>
        row.expiredBy !== undefined && !(isAlone && table !== undefined && table !== row.model),
    );
  }

  private track({ id, node }: NamedRow, session: string, rows: Rows): void {
    if (rows.has(id) || session === "") return;
    const value = this.values().get(node);
    const model = value && rowClass(value, this.code);
    if (model !== undefined) rows.set(id, freshRow(session, model));
  }

  private refresh(name: string, { args, keywords }: Call, rows: Rows): void {
    const row = rows.get(name);
    // Of some attributes only, the others stay as they are.
    if (row === undefined || args.length + keywords.length > 1) rows.delete(name);
    else rows.set(name, { ...row, expiredBy: undefined });
  }

  private expire(session: string, commit: Call, rows: Rows): void {
    for (const [name, row] of rows) {
      if (session === "" || row.session !== session) continue;
      rows.set(name, { ...row, expiredBy: row.expiredBy ?? commit, set: new Set() });
    }
  }

  private read(node: Expression, name: string, attribute: string | undefined, rows: Rows): void {
    const row = rows.get(name);
    if (row?.expiredBy === undefined) return;
    if (!this.reads.has(node)) {
      this.reads.set(node, { node, name, attribute, row, commit: row.expiredBy });
    }
    // What comes after is not reached.
    rows.delete(name);
  }

  /** The row that an expression gives: that of a name, of a query, or of a function that returns it expired. */
  private rowOf(value: Expression, rows: Rows): Row | undefined {
    const node = value.nodeType === "Await" ? value.value : value;
    if (node.nodeType === "Name") return rows.get(node.id);
    if (node.nodeType !== "Call") return undefined;
    const [call] = this.calls.get(node) ?? [];
    const called = call === undefined ? [] : optionsOf(call.func).flatMap(functionsCalled);
    const isAwaited = value !== node;
    if (called.length > 0 && !isAwaited) return undefined;
    const returned = called.length > 0 ? this.returnedBy(called) : undefined;
    const session = called.length > 0 ? this.sessionGiven(node) : sessionOfQuery(node, this.calls);
    if (returned !== undefined || session === undefined) return returned;
    const given = this.values().get(node);
    const model = given && rowClass(given, this.code);
    return model && freshRow(session, model);
  }

  /** The session that a function which gives a row is given. */
  private sessionGiven({ args, keywords }: Call): string | undefined {
    const given = [...args, ...keywords.map(({ value }) => value)];
    const found = given.find((one) => {
      const value = this.values().get(one);
      return (
        value !== undefined && optionsOf(value).every((each) => sessionColour(each) === "async")
      );
    });
    return found && sessionName(found);
  }

  private returnedBy(called: readonly FunctionV[]): Row | undefined {
    const [only, ...others] = called;
    const found = only && others.length === 0 ? follow(only, this.code).returnedBy : undefined;
    return found && { ...freshRow("", found.model), expiredBy: found.commit };
  }

  private values(): ExpressionValues {
    this.ownValues ??= valuesIn(this.func, this.code);
    return this.ownValues;
  }
}

function freshRow(session: string, model: TableModel): Row {
  return { session, model, isOneOfMany: false, expiredBy: undefined, set: new Set() };
}

function isMapped(attribute: string, { model }: Row): boolean {
  return (
    model.columns.some((one) => one.attribute === attribute) ||
    model.relationships.some((one) => one.attribute === attribute)
  );
}

function forget(rows: Rows, which: (row: Row) => boolean): void {
  for (const [name, row] of rows) if (which(row)) rows.delete(name);
}

interface NamedRow {
  readonly id: string;
  readonly node: Expression;
}

/** The names that an argument is, or is a list of. */
function namesIn(node: Expression | undefined): readonly NamedRow[] {
  if (node?.nodeType === "Name") return [{ id: node.id, node }];
  return node?.nodeType === "List" || node?.nodeType === "Tuple" ? node.elts.flatMap(namesIn) : [];
}

/** How a function names a session: `db`, `self.session`. */
function sessionName(node: Expression): string {
  return dottedName(node)?.join(".") ?? "";
}

/** The session that the query in an expression goes through. */
function sessionOfQuery(
  root: Expression,
  calls: ReadonlyMap<Call, readonly CallV[]>,
): string | undefined {
  let found: string | undefined;
  walk(root, (node) => {
    if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return;
    const [call] = calls.get(node) ?? [];
    const method = call && sessionMethod(call);
    if (method?.colour === "async" && loading.has(method.name)) {
      found ??= sessionName(node.func.value);
    }
  });
  return found;
}
