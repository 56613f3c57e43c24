import { snakeCase } from "../../../detection/layerHints";
import type { CallV } from "../../../evaluation/value";
import { mentions, targetNames } from "../../../frameworks/databases/flow";
import type { TableModel } from "../../../frameworks/sqlalchemy/model";
import { queryOf } from "../../../frameworks/sqlalchemy/queries/queries";
import type { CodeBase } from "../../../project/codeBase";
import type { Expression, For, Node } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { missingImports } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import { lookUp } from "../../../python/scopes/scope";
import type { Report } from "../../rule";
import { primaryKeyOf, queriedTable } from "../queriedTable";
import { keyedRead } from "./keyedRead";
import type { Loop } from "./loops";

/**
 * Reads the rows that a loop looks up one by one before it, in one query by `in_()`, into a dict. Only for a row that is
 * looked up by a unique column with something of the loop's element, in a plain `for` over something that can be gone through
 * twice, and where the loop changes nothing in the database.
 */
export function batchFix(
  query: CallV,
  loop: Loop,
  file: PythonFile,
  code: CodeBase,
): Report<string>["fix"] {
  const { node } = loop;
  const call = query.node;
  if (call === undefined || node.nodeType !== "For" || !canRepeat(loop.iter) || changes(node))
    return undefined;
  const read = keyedRead(call, file);
  if (
    read === undefined ||
    !dependsOnElement(read.key, loop) ||
    mentions(read.session, names(loop))
  )
    return undefined;
  const model = queriedTable(queryOf(query, undefined)?.statement, code);
  const column = read.column ?? soleKey(model);
  if (model === undefined || column === undefined || !isUnique(column, model)) return undefined;
  const text = (of: Expression): string => file.document.getText(rangeOf(of));
  const rows = `${snakeCase(model.name)}s_by_${column}`;
  if (lookUp(rows, file.scopeOf(call)) !== undefined) return undefined;
  const imports = missingImports(neededImports, file, call);
  if (imports === undefined) return undefined;
  const indent = " ".repeat(node.character);
  const isElement = text(read.key) === text(loop.target);
  const keys = isElement
    ? text(loop.iter)
    : `[${text(read.key)} for ${text(loop.target)} in ${text(loop.iter)}]`;
  const statement = `select(${text(read.model)}).where(${text(read.model)}.${column}.in_(${keys}))`;
  const rowsSent = `${text(read.session)}.${read.method}(${statement})`;
  const lines = [
    `${indent}${rows} = {`,
    `${indent}    one.${column}: one`,
    `${indent}    for one in ${read.isAwaited ? `await ${rowsSent}` : rowsSent}`,
    `${indent}}`,
  ].join("\n");
  const before = { at: { line: node.line, character: 0 }, lines, lead: "", trail: "\n" };
  const newText = `${rows}.get(${text(read.key)})`;
  return {
    title: "Read them before the loop, in one query",
    edits: {
      replacements: [{ range: rangeOf(read.expression), newText }],
      insertions: [before, ...imports],
    },
  };
}

/** What is there as a whole: a name or an attribute. Another call may give other elements the next time, or none. */
function canRepeat(iter: Expression): boolean {
  switch (iter.nodeType) {
    case "Name":
      return true;
    case "Attribute":
      return canRepeat(iter.value);
    case "Call":
      return iter.func.nodeType === "Attribute"
        ? /^(items|values|keys)$/.test(iter.func.attr) && canRepeat(iter.func.value)
        : isWrapper(iter.func) && iter.args.every(canRepeat);
    default:
      return false;
  }
}

function isWrapper(func: Expression): boolean {
  return func.nodeType === "Name" && /^(enumerate|zip|sorted|reversed|list|set)$/.test(func.id);
}

function names({ target }: Loop): ReadonlySet<string> {
  return new Set(targetNames(target));
}

/** Whether a key is made of the loop's element alone, so that it is known before the loop. */
function dependsOnElement(key: Expression, loop: Loop): boolean {
  let isPlain = true;
  walk(key, (one) => {
    if (/^(Call|Await|NamedExpr|Lambda|Subscript)$/.test(one.nodeType)) isPlain = false;
    return isPlain;
  });
  return isPlain && mentions(key, names(loop)) && !isBoundIn(key, loop);
}

/** Whether something that a key names gets its value in the loop. */
function isBoundIn(key: Expression, { node }: Loop): boolean {
  const bound = new Set<string>();
  for (const statement of node.nodeType === "For" ? node.body : []) {
    walk(statement, (one) => {
      if (one.nodeType === "Name" && one.ctx === "Store") bound.add(one.id);
      return true;
    });
  }
  return mentions(key, bound);
}

/** Whether the loop writes to the database, so that what it looks up may be there only since then. */
function changes(loop: For): boolean {
  let isChanging = false;
  const visit = (one: Node): boolean => {
    if (one.nodeType === "Call" && one.func.nodeType === "Attribute")
      isChanging ||= /^(add|add_all|flush|commit|delete|merge|bulk_\w+|rollback)$/.test(
        one.func.attr,
      );
    return !isChanging;
  };
  for (const statement of loop.body) walk(statement, visit);
  return isChanging;
}

function soleKey(model: TableModel | undefined): string | undefined {
  const [key, ...others] = primaryKeyOf(model);
  return others.length === 0 ? key : undefined;
}

function isUnique(attribute: string, model: TableModel): boolean {
  const column = model.columns.find((one) => one.attribute === attribute);
  return column !== undefined && (column.unique || soleKey(model) === attribute);
}

/** What the statement needs. */
const neededImports = [
  { module: "sqlalchemy", name: "select", packages: ["sqlalchemy", "sqlmodel"] },
];
