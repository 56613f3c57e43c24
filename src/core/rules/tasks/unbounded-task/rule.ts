import * as z from "zod";
import { backend } from "../../../frameworks/backend";
import type { Task } from "../../../frameworks/tasks/task";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import type { Range } from "../../../text/range";
import { defineRule } from "../../rule";
import { isFunction, nameRange } from "../../syntax/functions";
import { placeholders } from "./placeholders";

/** See docs/rules/unbounded-task.md. */
export const unboundedTask = defineRule({
  meta: {
    name: "unbounded-task",
    summary: "Bound how long a task runs and how often it is tried again",
    rationale:
      "A task that hangs keeps its worker for ever, and a task that fails for ever is tried again for ever: sooner or " +
      "later no worker is left for the others.",
    area: "tasks",
    source: "Red flag: tasks without max_retries or time_limit",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      time: "Nothing ends {task} when it hangs: neither it nor {library}'s settings have a time limit.",
      retries: "{task} is tried again without end; give it a limit.",
      both: "Nothing ends {task}: it has neither a time limit nor a limit of retries.",
      implicit: "{task} leaves {what} to defaults; write both limits at the task.",
    },
  },
  check({ file, code, config, report }) {
    if (isAside(file.path)) return;
    const isWrittenOut = config.profile?.name === "modular";
    const seen = new Set<string>();
    for (const task of backend.tasks(code).tasks) {
      const message = messageFor(task, isWrittenOut);
      const range = rangeFor(task);
      if (message === undefined || range === undefined) continue;
      if ((task.declaration ?? task.place).path !== file.path) continue;
      const key = `${range.start.line}:${range.start.character}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const edits = placeholders(task, file);
      const { time, retries } = task.limits;
      const unwritten = [
        ...(time === "task" ? [] : ["its time limit"]),
        ...(retries === "task" ? [] : ["its retries"]),
      ];
      report({
        message,
        data: {
          task: task.name,
          library: libraries[task.kind] ?? "",
          what: unwritten.join(" and "),
        },
        range,
        ...(edits && { fix: { title: "Add limits to be filled in", edits } }),
      });
    }
  },
});

const libraries: Readonly<Partial<Record<Task["kind"], string>>> = {
  celery: "Celery",
  dramatiq: "the broker",
  arq: "the worker",
  rq: "the queue",
  taskiq: "the broker",
};

function messageFor(
  { kind, limits: { time, retries } }: Task,
  isWrittenOut: boolean,
): "time" | "retries" | "both" | "implicit" | undefined {
  if (time === "none") return retries === "none" ? "both" : "time";
  if (retries === "none") return "retries";
  if (!isWrittenOut || libraries[kind] === undefined) return undefined;
  return time === "elsewhere" || retries === "elsewhere" ? "implicit" : undefined;
}

/** The decorator or call that makes it a task, else the function's name. */
function rangeFor({ declaration, function: func }: Task): Range | undefined {
  if (declaration !== undefined) return rangeOf(declaration.node);
  const node = func?.node;
  return node !== undefined && node.nodeType !== "Lambda" && isFunction(node)
    ? nameRange(node)
    : undefined;
}
