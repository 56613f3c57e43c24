import * as z from "zod";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import type { ClassV } from "../../../evaluation/value";
import { classesOf } from "../../../frameworks/pydantic/classesOf";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { range } from "../../../text/range";
import { defineRule, type RuleContext } from "../../rule";
import { nameRange } from "../../syntax/functions";
import { isRepository, rolesFor } from "../roles";
import { isComplete, isGivenSessions, modelsServed, queriesInARow, rawRowsReturned } from "./shape";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "session" | "models" | "queries" | "rows">;

/** See docs/rules/repository-shape.md. */
export const repositoryShape = defineRule({
  meta: {
    name: "repository-shape",
    summary: "Give a repository one model, one session and one query a method",
    rationale:
      "A repository that gets its session when it is made cannot mix two transactions. One that serves one model, with a " +
      "query a method that returns instances of it, can be read, tested and reused piece by piece.",
    area: "layers",
    source:
      "Repository pattern: one repository a model, the session in the constructor, one query a method, no raw rows",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      session: "{name} is given a session by each call; take it in the constructor.",
      models: "{name} serves several models: {models}; write a repository for each.",
      queries: "{name} runs {count} queries; one is enough for a method.",
      rows: "{name} returns raw rows; return instances of the model.",
    },
  },
  check(context) {
    const { file, code } = context;
    if (isAside(file.path)) return;
    const roles = rolesFor(context);
    for (const of of classesOf(code.run(file.path))) {
      if (!isComplete(of) || !isRepository(of, roles)) continue;
      const runs = code
        .functionRuns(file.path)
        .filter(({ function: { owner } }) => owner?.node === of.node);
      checkClass(of, runs, context);
      for (const run of runs) checkMethod(run, context);
    }
  },
});

function checkClass(of: ClassV, runs: readonly FunctionRun[], { code, report }: Context): void {
  const { name } = of;
  const place = nameRange(of.node);
  if (isGivenSessions(of, runs)) report({ message: "session", data: { name }, range: place });
  const models = modelsServed(runs, code);
  if (models.length < 2) return;
  const data = { name, models: models.map((model) => model.name).join(", ") };
  report({ message: "models", data, range: place });
}

function checkMethod(run: FunctionRun, { file, report }: Context): void {
  const { node, qualname } = run.function;
  if (node.nodeType === "Lambda") return;
  const count = queriesInARow(run);
  if (count > 1) {
    const { nameLine, nameCharacter, name } = node;
    report({
      message: "queries",
      data: { name: qualname, count: String(count) },
      range: range(nameLine, nameCharacter, nameLine, nameCharacter + name.length),
      severity: "hint",
    });
  }
  for (const call of rawRowsReturned(run)) {
    if (call.node === undefined || call.place.path !== file.path) continue;
    report({ message: "rows", data: { name: qualname }, range: rangeOf(call.node) });
  }
}
