import * as z from "zod";
import type { FixEdits } from "../../../edits/fixEdits";
import { handedOver } from "../../../frameworks/tasks/handedOver";
import { isAside } from "../../../project/asidePaths";
import type { Expression } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { type Ask, asksOf } from "./asks";
import { type Objection, objectionTo, objectionToTarget } from "./objections";

/** See docs/rules/task-argument.md. */
export const taskArgument = defineRule({
  meta: {
    name: "task-argument",
    summary: "Hand ids to tasks",
    rationale:
      "A task runs later, often in another process: the session it was given is closed or in use by then, a row of it " +
      "is stale or cannot be loaded any more, and what is sent to a queue is stored there for all to read.",
    area: "tasks",
    source: "Background tasks: pass ids, never objects",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    versions:
      "with FastAPI below 0.106 and from 0.118 on, what a request opened outlasts its background tasks: findings there are hints",
    options: z.strictObject({}),
    messages: {
      row: "A row of {model} is handed to a task, which runs when its session is gone; hand over its id.",
      session:
        "A database session is handed to a task, which runs when it is closed; open one in the task.",
      request:
        "The request is handed to a task, which runs when it is over; hand over what the task needs.",
      bound:
        "{method} runs when {holder} is closed, which its object holds; make the object in the task.",
      sensitive:
        "{field} is handed to a task, where it is stored until the task runs; hand over an id.",
    },
  },
  check(context) {
    const { file, code, config, report } = context;
    if (isAside(file.path)) return;
    const sensitive = new Set(config.config.sensitive ?? []);
    const seen = new Set<Expression>();
    const tell = (node: Expression, { isLasting }: Ask, objection: Objection): void => {
      if (seen.has(node)) return;
      seen.add(node);
      const { message, data, key } = objection;
      report({
        message,
        data,
        range: rangeOf(node),
        ...(isLasting && message !== "sensitive" && { severity: "hint" }),
        ...(key !== undefined && { fix: idInstead(node, key) }),
      });
    };
    for (const ask of asksOf(context)) {
      const { call, method, target } = ask;
      for (const argument of handedOver(call, method)) {
        const node = argument.node ?? call.node;
        const objection = objectionTo(argument, sensitive, code);
        if (node !== undefined && objection !== undefined) tell(node, ask, objection);
      }
      const first = call.node?.args[0];
      const bound = target && objectionToTarget(target, code);
      if (first !== undefined && bound !== undefined) tell(first, ask, bound);
    }
  },
});

/** `user` → `user.id` */
function idInstead(node: Expression, key: string): { title: string; edits: FixEdits } {
  const { end } = rangeOf(node);
  return {
    title: `Hand over its ${key}`,
    edits: { replacements: [{ range: { start: end, end }, newText: `.${key}` }], insertions: [] },
  };
}
