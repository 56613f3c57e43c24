import * as z from "zod";
import { backend } from "../../../frameworks/backend";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { functionsOf, nameRange } from "../../syntax/functions";
import { repeatedWrite } from "./repeatedWrite";

/** See docs/rules/task-idempotency.md. */
export const taskIdempotency = defineRule({
  meta: {
    name: "task-idempotency",
    summary: "Make tasks that may run twice",
    rationale:
      "A queue delivers a message at least once: after a crash or a timeout the task runs again, and what it has written " +
      "before is there twice.",
    area: "tasks",
    source: "Background tasks: idempotency",
    severity: "hint",
    on: { modular: "hint" },
    fix: "none",
    options: z.strictObject({}),
    messages: {
      twice:
        "{task} adds a row of {model} each time that it runs; look for it first, or keep a key of what has run.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    for (const task of backend.tasks(code).tasks) {
      const { function: func, kind, name } = task;
      if (func?.path !== file.path || kind === "background") continue;
      const write = repeatedWrite(func, code);
      if (write === undefined) continue;
      const place = functionsOf(file.parsed.module).find(
        ({ node }) => node.line === func.node.line && node.character === func.node.character,
      );
      report({
        message: "twice",
        data: { task: name, model: write.model },
        range: place === undefined ? rangeOf(func.node) : nameRange(place.node),
        related: [{ location: locationOf(write.place), message: "where it is added" }],
      });
    }
  },
});
