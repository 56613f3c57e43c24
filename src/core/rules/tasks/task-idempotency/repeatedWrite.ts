import type { CallV, FunctionV, Place, Value } from "../../../evaluation/value";
import { callsOf } from "../../../frameworks/callGraph";
import { queriesOf } from "../../../frameworks/sqlalchemy/queries/queries";
import { rowClass } from "../../../frameworks/sqlalchemy/queries/rows";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import { modelOf } from "../../../frameworks/sqlalchemy/queries/statement";
import type { CodeBase } from "../../../project/codeBase";

/** A row that a task adds each time that it runs. */
export interface RepeatedWrite {
  readonly model: string;
  readonly place: Place;
}

/** How many functions are looked through. */
const mostFunctions = 200;

/** Names of parameters, functions and tables that keep what has run. */
const keys =
  /idempot|dedup|already|(^|_)(lock|key|nonce)(_|$)|(^|_)(job|run|event|message|request|delivery)_(id|key|uuid)$/i;
const records =
  /(Job|TaskRun|TaskRecord|TaskLog|Run|Outbox|Inbox|Event|Lock|Log)(Model|Row|Entity)?$/;

/**
 * What a task adds, itself or through functions that it calls, without having looked for such a row, without a key that
 * it is called with, and without a record of its runs.
 */
export function repeatedWrite(task: FunctionV, code: CodeBase): RepeatedWrite | undefined {
  const { args, kwonlyargs, posonlyargs } = task.node.args;
  if ([...posonlyargs, ...args, ...kwonlyargs].some(({ arg }) => keys.test(arg))) return undefined;
  const functions = reached(task, code);
  if (functions.some(({ name }) => keys.test(name))) return undefined;
  const read = new Set<string>();
  const written: RepeatedWrite[] = [];
  for (const func of functions) {
    const run = code.functionRun(func);
    for (const { call } of run?.effects ?? []) written.push(...addedBy(call, code));
    for (const { statement } of run === undefined ? [] : queriesOf(run)) {
      if (statement === undefined) return undefined;
      const model = modelOf(statement)?.name;
      // What is looked for may be the row that is added.
      if (statement.kind === "text" || (statement.kind === "select" && model === undefined))
        return undefined;
      if (statement.kind === "select" && model !== undefined) read.add(model);
    }
  }
  if (written.some(({ model }) => records.test(model))) return undefined;
  return written.find(({ model }) => !read.has(model));
}

function reached(task: FunctionV, code: CodeBase): readonly FunctionV[] {
  const found = new Map<object, FunctionV>();
  const pending = [task];
  for (
    let next = pending.pop();
    next !== undefined && found.size < mostFunctions;
    next = pending.pop()
  ) {
    if (found.has(next.node)) continue;
    found.set(next.node, next);
    pending.push(...callsOf(next, code));
  }
  return [...found.values()];
}

/** `session.add(row)`, `session.add_all(rows)` */
function addedBy({ func, args: [first], place }: CallV, code: CodeBase): readonly RepeatedWrite[] {
  if (func.kind !== "attribute" || !/^add(_all)?$/.test(func.attr) || first === undefined)
    return [];
  if (sessionColour(func.value) === undefined) return [];
  const model = isNew(first) ? rowClass(first, code) : undefined;
  return model === undefined ? [] : [{ model: model.name, place }];
}

/** Whether a row is made here: one that was read is only written again. */
function isNew(value: Value): boolean {
  return value.kind === "instance" || (value.kind === "list" && value.items.some(isNew));
}
