import * as z from "zod";
import type { CodeBase } from "../../../project/codeBase";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { conditionFix } from "./fix";
import { readsIn } from "./reads";
import { siblingsOf } from "./siblings";

/** See docs/rules/missing-soft-delete-filter.md. */
export const missingSoftDeleteFilter = defineRule({
  meta: {
    name: "missing-soft-delete-filter",
    summary: "Leave deleted rows out of every query",
    rationale:
      "A row that is only marked as deleted is still in its table. A query that forgets the mark shows it to users, or " +
      "lets them change it, while every other query says that it is gone.",
    area: "data",
    source: "Red flag: missing soft-delete filtering",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      read: "This also finds deleted rows of {model}: {share} leave them out by `{mark}`.",
      update: "This also changes deleted rows of {model}: {share} leave them out by `{mark}`.",
    },
  },
  check({ file, code, report }) {
    const seen = new Set<object>();
    for (const read of readsIn(file.path, code)) {
      const { model, mark, kind, filters, call } = read;
      const { node } = call;
      if (filters !== false || node === undefined || seen.has(node)) continue;
      if (isGlobal(code)) return;
      const { filtering, ignoring } = siblingsOf(read, code);
      const others = filtering + ignoring - 1;
      if (filtering < 3 || filtering < others * 0.8) continue;
      seen.add(node);
      const fix = conditionFix(read, file);
      report({
        message: kind,
        data: {
          model: model.name,
          mark: mark.attribute,
          share: `${filtering} of ${others} others`,
        },
        range: rangeOf(node.func),
        ...(fix && { fix }),
        ...(kind === "update" && { severity: "hint" }),
      });
    }
  },
});

/** Whether criteria are added to all queries of a session (`with_loader_criteria`): then none has to say it. */
function isGlobal(code: CodeBase): boolean {
  return code.queries.get("criteria for all queries", () =>
    code.paths.some((path) => importsGlobalCriteria(path, code)),
  );
}

function importsGlobalCriteria(path: string, code: CodeBase): boolean {
  return code.queries.get(`criteria for all queries in ${path}`, () =>
    code
      .outlineOf(path)
      .some(({ bindings }) => bindings.some(({ name }) => name === "with_loader_criteria")),
  );
}
