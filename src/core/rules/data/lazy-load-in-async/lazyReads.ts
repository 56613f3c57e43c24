import { memberOf } from "../../../evaluation/classes";
import type { ExpressionValues } from "../../../evaluation/functionRuns";
import {
  type CallV,
  externalName,
  type FunctionV,
  type InstanceV,
} from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { valuesIn } from "../../../frameworks/callGraph";
import { reachesDatabase } from "../../../frameworks/databases/reach";
import { isReadByResponse } from "../../../frameworks/fastapi/servedRows";
import type { RelationshipModel } from "../../../frameworks/sqlalchemy/model";
import { optionAttributes } from "../../../frameworks/sqlalchemy/queries/loaderOptions";
import {
  type RowSource,
  rowSource,
  rowSourceOfCall,
} from "../../../frameworks/sqlalchemy/queries/rowSource";
import { tableOf } from "../../../frameworks/sqlalchemy/queries/rows";
import { statementOf } from "../../../frameworks/sqlalchemy/queries/statement";
import {
  instanceGiven,
  type SessionMethod,
  sessionMethod,
} from "../../../frameworks/sqlalchemy/sessions/sessionMethods";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call, Expression, Return } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { type FlowVisitor, followBody } from "../../../python/flow/followBody";
import {
  type HeldRow,
  type HeldRows,
  heldRow,
  isLazy,
  joinHeld,
  madeRow,
  unloaded,
} from "./heldRows";
import { mayBeLoaded } from "./mayBeLoaded";
import { isConversion, namesDumped, readByConversion, readByResponse } from "./schemaReads";

/** A relationship that is read where it would have to be loaded. */
export interface LazyRead {
  readonly node: Expression;
  readonly relationship: RelationshipModel;
  readonly source: RowSource;
  /** Whether a schema reads it. */
  readonly isBySchema: boolean;
}

/** The relationships that a coroutine reads on rows of its queries, and that nothing has loaded. */
export function lazyReads(func: FunctionV, code: CodeBase): readonly LazyRead[] {
  const { node } = func;
  if (node.nodeType !== "AsyncFunctionDef" || !mayRead(func, code)) return [];
  const reader = new Reader(func, code);
  followBody(node.body, { rows: new Map(), queries: 0 }, reader);
  return [...reader.reads.values()];
}

/** Whether a function names a relationship that is loaded when it is read, or a schema may name one for it. */
function mayRead(func: FunctionV, code: CodeBase): boolean {
  const names = lazyNames(code);
  if (names.size === 0) return false;
  if (isReadByResponse(func, code)) return true;
  let found = false;
  walk(func.node, (node) => {
    found ||= node.nodeType === "Attribute" && (names.has(node.attr) || isConversion(node.attr));
    return !found;
  });
  return found;
}

/** The names of all relationships that are loaded when they are read. */
function lazyNames(code: CodeBase): ReadonlySet<string> {
  return code.queries.get("names of lazy relationships", () => {
    const all = backend.tables(code).tables.flatMap(({ relationships }) => relationships);
    return new Set(all.filter(isLazy).map(({ attribute }) => attribute));
  });
}

interface State {
  readonly rows: HeldRows;
  /** How many queries may have been sent. */
  queries: number;
}

/** Functions that look at an object, not at its relationships. */
const harmless =
  /^(?:builtins\.(?:isinstance|bool|id|type|print|repr|str|len|hasattr|setattr|enumerate|list|sorted|reversed)|logging\.|loguru\.|structlog\.)/;

class Reader implements FlowVisitor<State> {
  readonly reads = new Map<Expression, LazyRead>();
  private readonly calls: ReadonlyMap<Call, readonly CallV[]>;
  private ownValues: ExpressionValues | undefined;

  constructor(
    private readonly func: FunctionV,
    private readonly code: CodeBase,
  ) {
    this.calls = fileCalls(code, func.path);
  }

  copy({ rows, queries }: State): State {
    return { rows: new Map(rows), queries };
  }

  join(_: State, ways: readonly State[]): State {
    return {
      rows: joinHeld(ways.map(({ rows }) => rows)),
      queries: Math.max(...ways.map(({ queries }) => queries)),
    };
  }

  expression(node: Expression, state: State): void {
    if (node.nodeType === "Call") this.call(node, state);
    if (node.nodeType !== "Attribute" || node.ctx !== "Load") return;
    const row = this.rowOf(node.value, state);
    if (row === undefined || row.isMany) return;
    if (node.attr === "awaitable_attrs") {
      // What is awaited of it is loaded from then on.
      if (node.value.nodeType === "Name") state.rows.delete(node.value.id);
      return;
    }
    const relationship = unloaded(row, node.attr);
    if (node.value.nodeType === "Name") this.setLoaded(node.value.id, node.attr, state);
    if (relationship === undefined || this.isLoaded(relationship, row, state)) return;
    this.read({ node, relationship, source: row.source, isBySchema: false });
  }

  bind(
    target: Expression,
    value: Expression,
    how: "value" | "item" | "context",
    state: State,
  ): void {
    if (target.nodeType === "Attribute" && target.value.nodeType === "Name") {
      this.setLoaded(target.value.id, target.attr, state);
    }
    // A relationship that is set may set the other side's, too.
    if (target.nodeType !== "Name" && value.nodeType === "Name") state.rows.delete(value.id);
    if (target.nodeType !== "Name") return;
    const row = how === "context" ? undefined : this.rowOf(value, state);
    const held = row && how === "item" ? (row.isMany ? { ...row, isMany: false } : undefined) : row;
    if (held === undefined) state.rows.delete(target.id);
    else state.rows.set(target.id, held);
  }

  returns({ value }: Return, state: State): void {
    if (value === null) return;
    const row = this.rowOf(value, state);
    if (row === undefined) return;
    this.readBySchema(value, readByResponse(this.func, row, this.code), row, state);
  }

  private call(node: Call, state: State): void {
    const [call] = this.calls.get(node) ?? [];
    const method = call && sessionMethod(call);
    if (call !== undefined && method !== undefined) this.ofSession(node, call, method, state);
    else this.ofOther(node, call, state);
  }

  private ofSession(node: Call, call: CallV, { name }: SessionMethod, state: State): void {
    switch (name) {
      case "add":
      case "add_all":
        for (const one of namesIn(instanceGiven(node))) {
          const row = state.rows.get(one);
          if (row?.made === "new") state.rows.set(one, { ...row, made: "added" });
        }
        return;
      case "flush":
      case "commit":
        for (const [one, row] of state.rows)
          if (row.made === "added") state.rows.set(one, { ...row, made: "written" });
        return;
      case "refresh": {
        const given = call.args[1] ?? call.keywords.get("attribute_names");
        const row = instanceGiven(node);
        if (given !== undefined && row?.nodeType === "Name") state.rows.delete(row.id);
        return;
      }
      case "run_sync":
      case "merge":
        state.rows.clear();
        return;
      case "get":
      case "get_one":
      case "execute":
      case "exec":
      case "scalar":
      case "scalars":
      case "stream":
      case "stream_scalars":
        state.queries++;
        this.takeLoaded(call, state);
    }
  }

  /** A query that loads a relationship loads it of rows that are there, too. */
  private takeLoaded(call: CallV, { rows }: State): void {
    const [first] = call.args;
    const statement = first && statementOf(first);
    const keyed = call.keywords.get("options");
    const options = [...(statement?.options ?? []), ...(keyed === undefined ? [] : [keyed])];
    const loaded = optionAttributes(options);
    const isKnown = statement !== undefined || first?.kind === "class";
    if (loaded === undefined || !isKnown) rows.clear();
    else
      for (const [name, row] of rows)
        rows.set(name, { ...row, loaded: new Set([...row.loaded, ...loaded]) });
  }

  private ofOther(node: Call, call: CallV | undefined, state: State): void {
    const { rows } = state;
    const given = [...node.args, ...node.keywords.map(({ value }) => value)];
    const converted = readByConversion(node, call);
    for (const one of given) {
      if (one.nodeType !== "Name") continue;
      const row = rows.get(one.id);
      if (row === undefined) continue;
      if (converted !== undefined && !row.isMany)
        this.readBySchema(node, converted(row, this.code), row, state);
      if (!harmless.test(externalName(call?.func) ?? "")) rows.delete(one.id);
    }
    if (node.func.nodeType === "Attribute" && node.func.value.nodeType === "Name") {
      // A method of the row's own may load what it likes.
      if (call?.func.kind === "bound") rows.delete(node.func.value.id);
    }
    if (call !== undefined && reachesDatabase(call, this.code)) {
      state.queries++;
      // What a function of the project loads stays in the session.
      rows.clear();
    }
  }

  private readBySchema(
    node: Expression,
    fields: readonly string[],
    row: HeldRow,
    state: State,
  ): void {
    for (const name of fields) {
      const relationship = unloaded(row, name);
      if (relationship === undefined || this.isLoaded(relationship, row, state)) continue;
      this.read({ node, relationship, source: row.source, isBySchema: true });
      return;
    }
  }

  private read(found: LazyRead): void {
    if (!this.reads.has(found.node)) this.reads.set(found.node, found);
  }

  private isLoaded(relationship: RelationshipModel, row: HeldRow, { queries }: State): boolean {
    const session = sessionMethod(row.source.query)?.session;
    const isOwn = row.source.through.length === 0 && session?.kind === "call";
    return mayBeLoaded(relationship, row, this.func, isOwn, queries, this.code);
  }

  private setLoaded(name: string, attribute: string, { rows }: State): void {
    const row = rows.get(name);
    if (row !== undefined) rows.set(name, { ...row, loaded: new Set([...row.loaded, attribute]) });
  }

  /** The row, or rows, that an expression gives. */
  private rowOf(node: Expression, { rows }: State): HeldRow | undefined {
    switch (node.nodeType) {
      case "Name":
        return rows.get(node.id);
      case "Subscript": {
        const row = this.rowOf(node.value, { rows, queries: 0 });
        return row?.isMany && node.slice.nodeType === "Constant"
          ? { ...row, isMany: false }
          : undefined;
      }
      case "Await":
        return this.rowOfCall(node.value, true);
      case "Call":
        return this.rowOfCall(node, false);
      default:
        return undefined;
    }
  }

  private rowOfCall(node: Expression, isAwaited: boolean): HeldRow | undefined {
    if (node.nodeType !== "Call") return undefined;
    const value = this.values().get(node);
    if (value?.kind === "instance") return this.madeBy(node, value);
    const own = value && rowSource(value, this.code);
    if (own !== undefined) return heldRow(own);
    const [call] = this.calls.get(node) ?? [];
    const given = isAwaited && call !== undefined ? rowSourceOfCall(call, this.code) : undefined;
    return given && heldRow(given);
  }

  /** `User(name="x", **data.model_dump())`; `undefined` where it is not known what it is made with. */
  private madeBy(node: Call, { class: of, call }: InstanceV): HeldRow | undefined {
    const model = tableOf(of, this.code);
    const names = node.keywords.map(({ arg, value }): readonly string[] | undefined =>
      arg === null ? namesDumped(value, this.values(), this.code) : [arg],
    );
    const known = names.filter((one) => one !== undefined);
    // What an `__init__` of its own sets is not asked.
    const isPlain = node.args.length === 0 && memberOf(of, "__init__") === undefined;
    if (model === undefined || !isPlain || known.length < names.length) return undefined;
    return madeRow(call, model, new Set(known.flat()));
  }

  private values(): ExpressionValues {
    this.ownValues ??= valuesIn(this.func, this.code);
    return this.ownValues;
  }
}

function namesIn(node: Expression | undefined): readonly string[] {
  if (node?.nodeType === "Name") return [node.id];
  return node?.nodeType === "List" || node?.nodeType === "Tuple" ? node.elts.flatMap(namesIn) : [];
}
