import type { FunctionRun } from "../../../evaluation/functionRuns";
import type { CallV, ClassV, Value } from "../../../evaluation/value";
import { sentStatements } from "../../../frameworks/sqlalchemy/queries/sent";
import {
  isAggregate,
  modelOf,
  type SqlStatement,
} from "../../../frameworks/sqlalchemy/queries/statement";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { askedModel } from "./askedModel";
import { isByKeys, isForOtherRow } from "./byKey";
import { isDeletionWord, isOfDeletion, mentionsDeletion } from "./deletionWords";
import { type Mark, type Marked, marksByModel } from "./marks";

/** A query of rows that can be marked as deleted. */
export interface Read {
  readonly model: ClassV;
  /** The column that marks them. */
  readonly mark: Mark;
  readonly kind: "read" | "update";
  /** Whether it leaves deleted rows out; `undefined` where it may mean them, or where that is not known. */
  readonly filters: boolean | undefined;
  /** The call that begins the statement, or that asks a repository for rows. */
  readonly call: CallV;
  readonly form: "statement" | "legacy" | "key" | "keywords";
}

/** Functions that mean deleted rows, too, or ask whether there is any row at all. */
const meansAll =
  /restor|undelet|purg|prun|clean|audit|histor|archiv|(?<!con)version|revision|exist|uniq|taken|availab|duplicat|conflict|admin|backoffice|anonymi|gdpr|erase|revok|(?<!b)lock|invariant|hard_|backfill|migrat|(?<!a)sync|export|import|statistic|metric|analytic/i;

/** A comment by which a file says that it wants deleted rows, too. */
const meansDeleted = /(?:no need|do not|don't|deliberate|includ|even|want)\b.*\bdeleted/i;

/** The queries in the functions of a file of tables that have a mark of deletion. */
export function readsIn(path: string, code: CodeBase): readonly Read[] {
  if (isAside(path)) return [];
  const marks = marksByModel(code);
  if (marks.size === 0) return [];
  const { comments } = code.parsed(path);
  if (comments.some(({ text }) => meansDeleted.test(text))) return [];
  const remarks = comments
    .filter(({ text }) => isDeletionWord(text))
    .map(({ range }) => range.start.line);
  return code.functionRuns(path).flatMap((run) => {
    const { node } = run.function;
    const isRemarked = remarks.some((line) => line >= node.line && line <= node.endLine);
    return readsOf(run, marks, isRemarked);
  });
}

/** @param isRemarked whether a comment in the function speaks of deleted rows */
function readsOf(
  run: FunctionRun,
  marks: ReadonlyMap<object, Marked>,
  isRemarked: boolean,
): readonly Read[] {
  const { function: func, effects } = run;
  const isOpen =
    isRemarked || meansAll.test(`${func.qualname} ${func.path}`) || mentionsDeletion(func.node);
  const found: Read[] = [];
  const add = (one: Omit<Read, "mark">): void => {
    const { mark, keys = [] } = marks.get(one.model.node) ?? {};
    if (mark === undefined || one.call.place.path !== func.path) return;
    const filters =
      one.filters === false && (isOpen || isForOtherRow(one.call, func, keys))
        ? undefined
        : one.filters;
    found.push({ ...one, mark, filters });
  };
  const filtersOf = (statement: SqlStatement, model: ClassV): boolean | undefined =>
    statementFilters(statement, marks.get(model.node)?.keys ?? []);
  for (const { statement, through } of sentStatements(run)) {
    const method = typeof through === "string" ? through : through.name;
    if (isAggregate(statement) || !/^(?:select|update)$/.test(statement.kind)) continue;
    if (/^(?:refresh|merge|count|exists|delete)$/.test(method)) continue;
    const model = modelOf(statement);
    if (model === undefined) continue;
    const kind = statement.kind === "update" || method === "update" ? "update" : "read";
    const isAdded = typeof through !== "string" && mentionsDeletion(through.node);
    const own = filtersOf(statement, model);
    const filters = own === false && isAdded ? undefined : own;
    add({ model, kind, call: statement.start, filters, form: formOf(statement) });
  }
  for (const { call } of effects) {
    const model = askedModel(call);
    if (model === undefined) continue;
    const filters = [...call.keywords.keys()].some(isDeletionWord)
      ? true
      : call.open || [...call.keywords.values()].some(isJustMade)
        ? undefined
        : false;
    add({ model, kind: "read", call, filters, form: "keywords" });
  }
  return found;
}

function formOf({ start }: SqlStatement): Read["form"] {
  const method = start.func.kind === "attribute" ? start.func.attr : "";
  if (method === "query") return "legacy";
  return method === "get" || method === "get_one" ? "key" : "statement";
}

function statementFilters(statement: SqlStatement, keys: readonly string[]): boolean | undefined {
  const { filters, options, joins, entities } = statement;
  const judged = filters.map(isOfDeletion);
  if ([...judged, ...[...options, ...joins].map(isOfDeletion)].includes(true)) return true;
  if (statement.isOpen || judged.includes(undefined)) return undefined;
  const isOfOthers = filters.some((filter) => isByKeys(filter, keys));
  return isOfOthers || entities.some((one) => isOfDeletion(one) === true) ? undefined : false;
}

/** `id=created.id` */
function isJustMade(value: Value): boolean {
  if (value.kind !== "attribute") return false;
  const { value: of } = value;
  if (of.kind === "instance") return true;
  return (
    of.kind === "call" && of.func.kind === "attribute" && /create|insert|add/.test(of.func.attr)
  );
}
