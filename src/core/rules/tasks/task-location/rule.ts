import * as z from "zod";
import { backend } from "../../../frameworks/backend";
import { isAside } from "../../../project/asidePaths";
import { configFolder } from "../../configFolder";
import { type AnyRuleContext, defineRule } from "../../rule";
import { functionsOf, nameRange } from "../../syntax/functions";

/** See docs/rules/task-location.md. */
export const taskLocation = defineRule({
  meta: {
    name: "task-location",
    summary: "Keep tasks in their place",
    rationale:
      "A worker imports the modules that hold tasks. With one place for them, everybody sees what runs in the background, " +
      "and a worker cannot miss any.",
    area: "tasks",
    source: "Project structure: tasks live in the tasks module",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options: z.strictObject({}),
    messages: { elsewhere: "{task} is a task outside of {place}, where tasks live." },
  },
  check(context) {
    const { file, code, report } = context;
    const place = taskPlace(context);
    if (place === undefined || isAside(file.path) || place.holds(file.path)) return;
    const tasks = new Map(
      backend
        .tasks(code)
        .tasks.filter(({ kind, function: func }) => queues.has(kind) && func?.path === file.path)
        .map(({ function: func, name }) => [func?.node, name]),
    );
    for (const { node } of functionsOf(file.parsed.module)) {
      const at = [...tasks.keys()].find(
        (one) => one?.line === node.line && one.character === node.character,
      );
      if (at === undefined) continue;
      const task = tasks.get(at) ?? node.name;
      report({ message: "elsewhere", data: { task, place: place.name }, range: nameRange(node) });
    }
  },
});

/** Libraries whose workers import what they run. */
const queues: ReadonlySet<string> = new Set(["celery", "dramatiq", "arq", "taskiq", "rq"]);

interface TaskPlace {
  /** As a person names it. */
  readonly name: string;
  readonly holds: (path: string) => boolean;
}

/** Where tasks live: as the file says, else as the layers do; what is only detected is no rule. */
function taskPlace(context: AnyRuleContext): TaskPlace | undefined {
  const { config } = context;
  const folder = configFolder(context);
  const { value, from } = config.key("tasks.location");
  if (value !== undefined && from !== "detected") {
    const start = `${folder}${value.replace(/\/$/, "")}`;
    return { name: value, holds: (path) => path === start || path.startsWith(`${start}/`) };
  }
  if (config.layers.sourceOf("tasks") === "detected") return undefined;
  const [first] = config.layers.filesOf("tasks");
  return {
    name: first ?? "the tasks module",
    holds: (path) => config.layers.layerOf(path.slice(folder.length)).includes("tasks"),
  };
}
