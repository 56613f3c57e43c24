import type { FixEdits } from "../../../edits/fixEdits";
import type { Task, TaskKind } from "../../../frameworks/tasks/task";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";

/** The keywords by which each library takes its limits. */
const keywords: Readonly<
  Partial<Record<TaskKind, { readonly time: string; readonly retries?: string }>>
> = {
  celery: { time: "time_limit", retries: "max_retries" },
  dramatiq: { time: "time_limit", retries: "max_retries" },
  taskiq: { time: "timeout", retries: "max_retries" },
  rq: { time: "job_timeout" },
  arq: { time: "timeout" },
};

/** Adds the limits that a task lacks, as `...` for a person to fill in; `undefined` where they are given as none. */
export function placeholders(
  { kind, declaration, limits }: Task,
  file: PythonFile,
): FixEdits | undefined {
  const names = keywords[kind];
  const declared = declaration?.node;
  if (declared === undefined || names === undefined) return undefined;
  const given = declared.nodeType === "Call" ? declared.keywords : [];
  const missing = [
    ...(limits.time === "task" ? [] : [names.time]),
    ...(limits.retries === "task" || names.retries === undefined ? [] : [names.retries]),
  ];
  // Given as `None`: to be changed rather than added.
  const replaced = given.filter(({ arg }) => arg !== null && missing.includes(arg));
  const added = missing.filter((name) => !replaced.some(({ arg }) => arg === name));
  const text = added.map((name) => `${name}=...`).join(", ");
  const { end } = rangeOf(declared);
  const replacements = replaced.map(({ value }) => ({ range: rangeOf(value), newText: "..." }));
  if (added.length === 0) return { replacements, insertions: [] };
  if (declared.nodeType !== "Call")
    return { replacements: [{ range: { start: end, end }, newText: `(${text})` }], insertions: [] };
  const close = { line: end.line, character: end.character - 1 };
  const source = file.document.getText({ start: rangeOf(declared.func).end, end: close });
  const before = /[(,]\s*$/.test(source) ? (/,$/.test(source) ? " " : "") : ", ";
  return {
    replacements: [
      ...replacements,
      { range: { start: close, end: close }, newText: `${before}${text}` },
    ],
    insertions: [],
  };
}
