import {
  type CallV,
  externalName,
  type FunctionV,
  optionsOf,
  type Value,
} from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { functionsCalled } from "../../callGraph";
import { yieldsIn } from "../../fastapi/dependencies/yields";
import type { TableModel } from "../model";
import { sessionMethod } from "../sessions/sessionMethods";
import { statementGiven } from "./queries";
import { tableOf } from "./rows";
import { modelOf, type SqlStatement, statementOf } from "./statement";

/** Where rows come from: a query of an async session of which all is known. */
export interface RowSource {
  readonly model: TableModel;
  /** The options of the query. */
  readonly options: readonly Value[];
  /** The call of the session. */
  readonly query: CallV;
  /** What begins the statement; `undefined` for a row that is asked for by its key. */
  readonly statement: SqlStatement | undefined;
  /** Whether it is a list of rows, or a result to go through, rather than one. */
  readonly isMany: boolean;
  /** The functions that hand the rows on. */
  readonly through: readonly FunctionV[];
}

const one = /^(?:first|one|one_or_none|scalar|scalar_one|scalar_one_or_none)$/;
const many = /^(?:scalars|all|unique|fetchall|partitions)$/;

/** How many functions within each other are looked into. */
const deepest = 3;

/** The query that a value is a row of, or rows; `undefined` where not all of the way from it is known. */
export function rowSource(value: Value, code: CodeBase): RowSource | undefined {
  const sources = optionsOf(value)
    .filter((option) => !(option.kind === "constant" && option.value === null))
    .map((option) => sourceOf(option, code));
  const [first, ...others] = sources;
  // Of several queries one may load what the others do not.
  return others.length === 0 ? first : undefined;
}

/** The query that a call of a function of the project gives a row of, or rows. */
export function rowSourceOfCall(call: CallV, code: CodeBase, depth = 0): RowSource | undefined {
  const called = optionsOf(call.func).flatMap(functionsCalled);
  const [func] = called;
  if (func === undefined || called.length > 1 || depth >= deepest) return undefined;
  const { node, decorators } = func;
  const isPlain = decorators.every((given) =>
    /^(?:builtins\.(?:static|class)method|abc\.abstractmethod|typing\.override)$/.test(
      externalName(given) ?? "",
    ),
  );
  if (node.nodeType !== "AsyncFunctionDef" || !isPlain || yieldsIn(node)) return undefined;
  const returned = code.functionRun(func)?.returned;
  const values = (returned === undefined ? [] : optionsOf(returned)).filter(
    (option) => !(option.kind === "constant" && option.value === null),
  );
  const [value, ...others] = values;
  if (value?.kind !== "call" || others.length > 0) return undefined;
  const inner = sourceOf(value, code) ?? rowSourceOfCall(value, code, depth + 1);
  return inner && { ...inner, through: [func, ...inner.through] };
}

function sourceOf(value: Value, code: CodeBase): RowSource | undefined {
  let isMany: boolean | undefined;
  let isOfEntities = false;
  let current = value;
  while (current.kind === "call" && current.func.kind === "attribute") {
    const method = sessionMethod(current);
    if (method !== undefined) {
      return method.colour === "async"
        ? ofQuery(current, method.name, isMany, isOfEntities, code)
        : undefined;
    }
    const { attr } = current.func;
    if (!one.test(attr) && !many.test(attr)) return undefined;
    isMany ??= many.test(attr);
    isOfEntities ||= attr.startsWith("scalar");
    current = current.func.value;
  }
  return undefined;
}

function ofQuery(
  query: CallV,
  method: string,
  isMany: boolean | undefined,
  isOfEntities: boolean,
  code: CodeBase,
): RowSource | undefined {
  if (method === "get" || method === "get_one") {
    const [entity] = query.args;
    const model = entity?.kind === "class" ? tableOf(entity, code) : undefined;
    const options = query.keywords.get("options");
    return model && !query.open && isMany === undefined
      ? {
          model,
          options: options === undefined ? [] : [options],
          query,
          statement: undefined,
          isMany: false,
          through: [],
        }
      : undefined;
  }
  // `execute` gives tuples, of which `scalars` takes the first.
  const isOfRows = isOfEntities || method === "scalar" || method === "scalars" || method === "exec";
  const given = statementGiven(query);
  const statement = given && statementOf(given);
  if (!isOfRows || statement === undefined || statement.isOpen || statement.kind !== "select")
    return undefined;
  const [entity, ...others] = statement.entities;
  const of = modelOf(statement);
  const model = of && tableOf(of, code);
  if (model === undefined || entity?.kind !== "class" || others.length > 0) return undefined;
  const isOne = method === "scalar" || isMany === false;
  return {
    model,
    options: statement.options,
    query,
    statement,
    isMany: !isOne,
    through: [],
  };
}
