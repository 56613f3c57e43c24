import type { FixEdits } from "../../../edits/fixEdits";
import type { TextEdit } from "../../../edits/plan";
import type { CallV, FunctionV } from "../../../evaluation/value";
import { functionsCalled } from "../../../frameworks/callGraph";
import type { DatabaseCall } from "../../../frameworks/databases/databaseCall";
import {
  iteratedQuery,
  queryOf,
  statementGiven,
} from "../../../frameworks/sqlalchemy/queries/queries";
import type { SqlStatement } from "../../../frameworks/sqlalchemy/queries/statement";
import type { CodeBase } from "../../../project/codeBase";
import { isAtLeast } from "../../../project/layout/versions";
import type { AsyncFunctionDef, Expression, FunctionDef } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { missingImports } from "../../../python/edit/imports";
import { argumentsAdded, parametersAdded } from "../../../python/edit/parameters";
import type { PythonFile } from "../../../python/pythonFile";
import { dottedName } from "../../../python/scopes/build";
import type { Report } from "../../rule";
import { primaryKeyOf, queriedTable } from "../queriedTable";

/** What a request asks for where it says nothing, and the most that it may ask for. */
const usual = 50;
const most = 100;

/** One function on the way from a route to its query, with the call that goes on from it. */
interface Step {
  readonly function: FunctionV;
  readonly call: CallV | undefined;
}

/** How many functions the way may have. */
const longest = 4;

/**
 * Takes `limit` and `offset` from the request, hands them on by every function on the way, and bounds the query. Other
 * callers of those functions get all rows as before. Rows that nothing orders are ordered by their key, or pages would
 * overlap. None where more than one way leads to the query, where the statement is put together elsewhere, where its key
 * is not known, or where the names are taken.
 */
export function pageFix(
  handler: FunctionV,
  { call }: DatabaseCall,
  file: PythonFile,
  code: CodeBase,
): Report<string>["fix"] {
  const way = wayTo(call, handler, code);
  const bound = boundStatement(call, code);
  if (way === undefined || bound === undefined || !hasModernTypes(handler, way, code))
    return undefined;
  const replacements = new Map<string, TextEdit[]>();
  const edit = (path: string, one: TextEdit): void => {
    replacements.set(path, [...(replacements.get(path) ?? []), one]);
  };
  edit(call.place.path, bound);
  for (const [index, step] of way.entries()) {
    const { node, path } = step.function;
    if (node.nodeType === "Lambda" || usesNames(node)) return undefined;
    const taken = parametersAdded(node, index === 0 ? ofRequest : ofCaller);
    if (taken === undefined) return undefined;
    edit(path, taken);
    if (step.call?.node === undefined) continue;
    const given = argumentsAdded(step.call.node, ["limit=limit", "offset=offset"]);
    if (given === undefined) return undefined;
    edit(path, given);
  }
  const insertions = missingImports(neededImports, file);
  if (insertions === undefined) return undefined;
  const elsewhere = [...replacements].filter(([path]) => path !== file.path);
  return {
    title: "Take a page from the request",
    edits: { replacements: replacements.get(file.path) ?? [], insertions },
    ...(elsewhere.length > 0 && {
      elsewhere: new Map(
        elsewhere.map(([path, edits]): [string, FixEdits] => [
          path,
          { replacements: edits, insertions: [] },
        ]),
      ),
    }),
  };
}

const ofRequest = [
  `limit: Annotated[int, Query(ge=1, le=${most})] = ${usual}`,
  "offset: Annotated[int, Query(ge=0)] = 0",
];
const ofCaller = ["limit: int | None = None", "offset: int = 0"];

/** The functions from a route to the query, each once; `undefined` where there is no way, or more than one. */
function wayTo(query: CallV, handler: FunctionV, code: CodeBase): readonly Step[] | undefined {
  const found: Step[][] = [];
  const visit = (func: FunctionV, above: readonly Step[]): void => {
    const effects = code.functionRun(func)?.effects ?? [];
    for (const { call } of effects) {
      if (isSamePlace(call, query)) found.push([...above, { function: func, call: undefined }]);
      if (above.length + 1 >= longest || call.place.path !== func.path) continue;
      for (const next of functionsCalled(call.func)) {
        const step = { function: func, call };
        if (![...above, step].some((one) => one.function.node === next.node))
          visit(next, [...above, step]);
      }
    }
  };
  visit(handler, []);
  const [only] = found;
  return found.length === 1 ? only : undefined;
}

function isSamePlace(a: CallV, b: CallV): boolean {
  return (
    a.place.path === b.place.path &&
    a.place.line === b.place.line &&
    a.place.character === b.place.character &&
    a.node?.endLine === b.node?.endLine &&
    a.node?.endCharacter === b.node?.endCharacter
  );
}

/** The page put behind the statement that a call sends, or before the `.all()` of a query that is not gone through. */
function boundStatement(call: CallV, code: CodeBase): TextEdit | undefined {
  const { node } = call;
  const query = queryOf(call, undefined) ?? iteratedQuery(call);
  const order = query?.statement && orderOf(query.statement, call.place.path, code);
  if (query === undefined || node === undefined || order === undefined) return undefined;
  const behind = (one: Expression): TextEdit => {
    const { end } = rangeOf(one);
    return { range: { start: end, end }, newText: `${order}.limit(limit).offset(offset)` };
  };
  if (query.method === "__iter__") return behind(node);
  if (query.method === "all") {
    return node.func.nodeType === "Attribute" ? behind(node.func.value) : undefined;
  }
  const given = statementGiven(call);
  if (given?.kind !== "call" || given.node === undefined) return undefined;
  return given.place.path === call.place.path ? behind(given.node) : undefined;
}

/** What orders a statement that is not ordered, as pages of it would overlap; `undefined` where that cannot be told. */
function orderOf(statement: SqlStatement, path: string, code: CodeBase): string | undefined {
  if (statement.order.length > 0) return "";
  const { start, entities } = statement;
  const keys = primaryKeyOf(queriedTable(statement, code));
  const [written] = start.node?.args ?? [];
  const name = written && start.place.path === path ? dottedName(written) : undefined;
  const model = entities[0]?.kind === "attribute" ? name?.slice(0, -1) : name;
  if (keys.length === 0 || model === undefined || model.length === 0) return undefined;
  return `.order_by(${keys.map((key) => [...model, key].join(".")).join(", ")})`;
}

/** Whether a function has something of its own by the names of a page. */
function usesNames(node: FunctionDef | AsyncFunctionDef): boolean {
  let isUsed = false;
  walk(node, (one) => {
    const name = one.nodeType === "arg" ? one.arg : one.nodeType === "Name" ? one.id : "";
    isUsed ||= name === "limit" || name === "offset";
    return !isUsed;
  });
  return isUsed;
}

/** `int | None` is evaluated when a function is defined. */
function hasModernTypes(handler: FunctionV, way: readonly Step[], code: CodeBase): boolean {
  return (
    way.length === 1 || isAtLeast(code.versionsFor(handler.path).get("python"), "3.10") !== false
  );
}

/** What the parameters of the route need. */
const neededImports = [
  { module: "typing", name: "Annotated", packages: ["typing", "typing_extensions"] },
  { module: "fastapi", name: "Query", packages: ["fastapi"] },
];
