import { iterated } from "../../evaluation/iteration";
import type { CallV, Value } from "../../evaluation/value";
import type { Expression } from "../../python/ast/nodes";
import { nameTable } from "../../text/nameTable";
import { methodName } from "../callGraph";
import type { Enqueue } from "./task";

/** A value that a task is called with, and how it is written; `undefined` where it is spread out or put together before. */
export interface HandedOver {
  readonly value: Value;
  readonly node: Expression | undefined;
  /** The parameter's name, where it is given by name. */
  readonly name: string | undefined;
}

/** How many arguments stand before those of the task itself. */
const before: Readonly<Record<string, number>> = nameTable({
  add_task: 1,
  enqueue_job: 1,
  enqueue: 1,
  enqueue_at: 2,
  enqueue_in: 2,
});

/** Methods that take the task's arguments as a list and a dict, and where those stand. */
const packed: Readonly<Record<string, readonly [number, number]>> = nameTable({
  apply_async: [0, 1],
  send_task: [1, 2],
  send_with_options: [-1, -1],
  enqueue_call: [1, 2],
});

/** Keywords that are for the queue. */
const options =
  /^(_\w+|func|job_id|job_timeout|retry|depends_on|on_success|on_failure|description|ttl|result_ttl|at_front|meta)$/;

/** What a call that asks for a task hands over to it. */
export function handedOver(call: CallV, method: Enqueue["method"]): readonly HandedOver[] {
  const { args, keywords, node } = call;
  const lists = packed[method];
  const ownOptions = method === "delay" || method === "send" || method === "kiq";
  const found = lists === undefined ? plain(call, before[method] ?? 0, ownOptions) : [];
  const [list, dict] = [
    keywords.get("args") ?? (lists && args[lists[0]]),
    keywords.get("kwargs") ?? (lists && args[lists[1]]),
  ];
  if (lists === undefined && !method.startsWith("enqueue")) return [...found, ...ofSignature(call)];
  const [listNode, dictNode] = (["args", "kwargs"] as const).map(
    (name, index) =>
      node?.keywords.find(({ arg }) => arg === name)?.value ??
      (lists && node?.args[lists[index] ?? -1]),
  );
  const items = list?.kind === "list" ? iterated(list).items : [];
  const elements =
    listNode?.nodeType === "List" || listNode?.nodeType === "Tuple" ? listNode.elts : [];
  const entries = dict?.kind === "dict" ? dict.entries : [];
  const values = dictNode?.nodeType === "Dict" ? dictNode.values : [];
  return [
    ...found,
    ...items.map((value, index) => ({ value, node: elements[index], name: undefined })),
    ...entries.map(({ key, value }, index) => ({
      value,
      node: values[index],
      name: key.kind === "constant" && typeof key.value === "string" ? key.value : undefined,
    })),
    ...ofSignature(call),
  ];
}

function plain(
  { args, keywords, node }: CallV,
  skipped: number,
  ownOptions: boolean,
): readonly HandedOver[] {
  const isSpread = node?.args.some(({ nodeType }) => nodeType === "Starred") ?? true;
  const positional = args.slice(skipped).map((value, index) => ({
    value,
    node: isSpread ? undefined : node?.args[index + skipped],
    name: undefined,
  }));
  const named = [...keywords]
    .filter(([name]) => ownOptions || !(options.test(name) || name === "args" || name === "kwargs"))
    .map(([name, value]) => ({
      value,
      node: node?.keywords.find(({ arg }) => arg === name)?.value,
      name,
    }));
  return [...positional, ...named];
}

/** `task.s(row).delay()` */
function ofSignature({ func }: CallV): readonly HandedOver[] {
  if (func.kind !== "attribute" || func.value.kind !== "call") return [];
  const method = methodName(func.value);
  return method === "s" || method === "si" ? plain(func.value, 0, true) : [];
}
