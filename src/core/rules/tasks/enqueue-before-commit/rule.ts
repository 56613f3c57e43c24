import * as z from "zod";
import type { CallV } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { placeKey } from "../../../frameworks/dependencies/projectCalls";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { sentBeforeCommit } from "./earlySends";

/** See docs/rules/enqueue-before-commit.md. */
export const enqueueBeforeCommit = defineRule({
  meta: {
    name: "enqueue-before-commit",
    summary: "Send a task after the commit of the row that it is about",
    rationale:
      "A worker can take a task before the function that sent it has committed: the row is not there yet, or still as it " +
      "was. The task fails or does nothing, and only under load; when the commit fails, it runs for a row that never was.",
    area: "tasks",
    source: "Background tasks: a task follows the row it is about",
    severity: "error",
    on: "everywhere",
    fix: "none",
    versions: "Celery, Dramatiq, arq, Taskiq and RQ",
    options: z.strictObject({}),
    messages: {
      early:
        "{task} can run before {model} is committed, and does not see it then; send it after the commit.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    const sends = new Map(
      backend
        .tasks(code)
        .enqueues.filter(
          ({ place, task }) => place.path === file.path && task?.kind !== "background",
        )
        .map((one) => [placeKey(one), one]),
    );
    if (sends.size === 0) return;
    const taskOf = (call: CallV): string | undefined => {
      const send = sends.get(placeKey(call));
      return send && (send.name === null ? "The task" : `\`${send.name.split(".").at(-1)}\``);
    };
    for (const { function: func } of code.functionRuns(file.path)) {
      if (func.path !== file.path) continue;
      for (const { node, row, task, commit } of sentBeforeCommit(func, code, taskOf)) {
        const place = { path: file.path, line: commit.line, character: commit.character };
        report({
          message: "early",
          data: { task, model: `the row of ${row.model.name}` },
          range: rangeOf(node.func),
          related: [{ location: locationOf(place), message: "the commit" }],
        });
      }
    }
  },
});
