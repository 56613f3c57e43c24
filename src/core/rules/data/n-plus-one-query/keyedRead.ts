import type { Call, Expression } from "../../../python/ast/nodes";
import type { PythonFile } from "../../../python/pythonFile";

/** An expression that gives the one row of a model that has a key. */
export interface KeyedRead {
  /** All of it, with what takes the row out of the result. */
  readonly expression: Expression;
  readonly session: Expression;
  /** The session's method that gives many rows: SQLModel's sessions have their own. */
  readonly method: "scalars" | "exec";
  readonly model: Expression;
  /** The attribute that is compared; `undefined` for the primary key. */
  readonly column: string | undefined;
  readonly key: Expression;
  readonly isAwaited: boolean;
}

/**
 * Reads `session.get(Model, key)`, `session.scalar(select(Model).where(Model.id == key))`,
 * `session.execute(…).scalar_one_or_none()`, `session.scalars(…).first()` and `session.query(Model).filter(…).first()`,
 * awaited or not; `undefined` for anything else.
 * @param call the call that sends the query
 */
export function keyedRead(call: Call, file: PythonFile): KeyedRead | undefined {
  const { func, args, keywords } = call;
  if (func.nodeType !== "Attribute" || keywords.length > 0) return undefined;
  const parent = file.parent(call);
  const isAwaited = parent?.nodeType === "Await";
  const sent: Expression = isAwaited ? parent : call;
  const [first, second] = args;
  switch (func.attr) {
    case "get":
      if (first?.nodeType !== "Name" || second === undefined || args.length > 2) return undefined;
      return {
        expression: sent,
        session: func.value,
        method: "scalars",
        model: first,
        column: undefined,
        key: second,
        isAwaited,
      };
    case "scalar":
      return ofSelect(first, sent, func.value, isAwaited);
    case "execute":
      return ofSelect(first, takenBy(sent, executed, file), func.value, isAwaited);
    case "scalars":
      return ofSelect(first, takenBy(sent, scalars, file), func.value, isAwaited);
    case "exec": {
      const read = ofSelect(first, takenBy(sent, scalars, file), func.value, isAwaited);
      return read && { ...read, method: "exec" };
    }
    case "first":
    case "one_or_none":
      return ofQuery(func.value, call);
    default:
      return undefined;
  }
}

/** The methods, one behind the other, that give the one row of a result. */
const executed = [
  ["scalar_one_or_none"],
  ["scalar"],
  ["scalars", "first"],
  ["scalars", "one_or_none"],
];
const scalars = [["first"], ["one_or_none"]];

/** The expression that takes the one row out of a result; `undefined` where another thing is done with it. */
function takenBy(
  sent: Expression,
  ways: readonly (readonly string[])[],
  file: PythonFile,
): Expression | undefined {
  for (const way of ways) {
    let taken: Expression | undefined = sent;
    for (const method of way) taken = taken && methodCalled(taken, method, file);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

/** `<of>.method()` around an expression. */
function methodCalled(of: Expression, method: string, file: PythonFile): Expression | undefined {
  const attribute = file.parent(of);
  if (attribute?.nodeType !== "Attribute" || attribute.attr !== method) return undefined;
  const call = file.parent(attribute);
  return call?.nodeType === "Call" && call.func === attribute && call.args.length === 0
    ? call
    : undefined;
}

function ofSelect(
  statement: Expression | undefined,
  expression: Expression | undefined,
  session: Expression,
  isAwaited: boolean,
): KeyedRead | undefined {
  if (statement === undefined || expression === undefined) return undefined;
  const filtered = filter(statement, /^(where|filter|filter_by)$/);
  const made = filtered?.of;
  if (filtered === undefined || made?.nodeType !== "Call" || made.func.nodeType !== "Name")
    return undefined;
  const [model] = made.args;
  if (made.func.id !== "select" || model?.nodeType !== "Name" || made.args.length > 1)
    return undefined;
  const compared = comparison(filtered.condition, model.id);
  return compared && { expression, session, method: "scalars", model, ...compared, isAwaited };
}

function ofQuery(chain: Expression, expression: Call): KeyedRead | undefined {
  const filtered = filter(chain, /^(filter|where|filter_by)$/);
  const made = filtered?.of;
  if (filtered === undefined || made?.nodeType !== "Call" || made.func.nodeType !== "Attribute")
    return undefined;
  const [model] = made.args;
  if (made.func.attr !== "query" || model?.nodeType !== "Name" || made.args.length > 1)
    return undefined;
  const compared = comparison(filtered.condition, model.id);
  const session = made.func.value;
  return (
    compared && { expression, session, method: "scalars", model, ...compared, isAwaited: false }
  );
}

/** The one condition of a filter, and what it filters. */
function filter(node: Expression, methods: RegExp) {
  if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return undefined;
  const { attr, value } = node.func;
  const given = [...node.args, ...node.keywords];
  const [condition] = given;
  if (!methods.test(attr) || condition === undefined || given.length > 1) return undefined;
  return { of: value, condition };
}

/** `Model.column == key` and `column=key`. */
function comparison(condition: Expression | Call["keywords"][number], model: string) {
  if (condition.nodeType === "keyword")
    return condition.arg === null ? undefined : { column: condition.arg, key: condition.value };
  if (condition.nodeType !== "Compare" || condition.ops[0] !== "Eq" || condition.ops.length > 1)
    return undefined;
  const { left } = condition;
  const [right] = condition.comparators;
  const isColumn = left.nodeType === "Attribute" && left.value.nodeType === "Name";
  if (!isColumn || left.value.id !== model || right === undefined) return undefined;
  return { column: left.attr, key: right };
}
