import * as z from "zod";
import { optionsOf } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule, type RuleContext } from "../../rule";
import { repositoryRuns } from "../repositoryFunctions";
import { rolesFor } from "../roles";
import { type ForeignWork, foreignWork } from "./foreignWork";

const options = z.strictObject({});
type Context = RuleContext<typeof options, ForeignWork["kind"]>;

/** See docs/rules/logic-in-repository.md. */
export const logicInRepository = defineRule({
  meta: {
    name: "logic-in-repository",
    summary: "Keep decisions out of repositories",
    rationale:
      "A repository that answers with a status, asks a service, starts a task or checks who may do what can only be used " +
      "where that is wanted. Decided in the service, the same query serves a route, a task and a script.",
    area: "layers",
    source: "Repository pattern: no business logic in repositories, they are plain data access",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      http: "{method} raises {name}; let the service decide what its caller is told.",
      service: "{method} calls {name} of a service; services call repositories.",
      task: "{method} starts the task {name}; leave that to the service.",
      permission: "{method} checks permissions with {name}; leave that to the service.",
    },
  },
  check(context) {
    const { file, code } = context;
    if (isAside(file.path)) return;
    const roles = rolesFor(context);
    const tasks = tasksStartedIn(context);
    const seen = new Set<object>();
    for (const { function: func, effects } of repositoryRuns(file.path, roles, code)) {
      for (const { call } of effects) {
        const { node, place } = call;
        if (node === undefined || place.path !== file.path || seen.has(node)) continue;
        const task = tasks.get(`${place.line}:${place.character}`);
        const work: ForeignWork | undefined =
          task === undefined
            ? optionsOf(call.func)
                .map((callee) => foreignWork(callee, roles))
                .find((one) => one !== undefined)
            : { kind: "task", name: task };
        if (work === undefined) continue;
        seen.add(node);
        const data = { method: func.qualname, name: work.name };
        context.report({ message: work.kind, data, range: rangeOf(node.func) });
      }
    }
  },
});

/** The names of the tasks that a file starts, by the places of the calls. */
function tasksStartedIn({ file, code }: Context): ReadonlyMap<string, string> {
  const own = backend.tasks(code).enqueues.filter(({ place }) => place.path === file.path);
  return new Map(
    own.map(({ place, name }) => [`${place.line}:${place.character}`, name ?? "of a queue"]),
  );
}
