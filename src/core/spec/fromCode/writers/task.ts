import { bullets, fence, type Line } from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import type { TaskFact } from "../facts";
import { fromFacts, linked } from "./parts";
import { taskDefinition } from "./python";

/** What of a task's document is another than a module's. */
export const codeTask: Readonly<Record<string, SectionWriter>> = {
  interface: fromFacts(({ tasks }) => {
    if (tasks.length === 0) return undefined;
    const definitions = tasks.flatMap(taskDefinition).map((lines) => lines.join("\n"));
    return [
      fence(
        "python",
        definitions.length > 0 ? definitions.join("\n\n\n") : "# TODO: each task's signature",
      ),
      bullets(...tasks.flatMap(taskLines)),
    ];
  }),
};

function taskLines(task: TaskFact): Line[] {
  const { name, kind, queue, maxRetries, timeLimitSeconds, schedule, options } = task;
  const own = linked(name, task);
  const said = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  return [
    [own, `, a task of ${kind}`],
    [own, " ", { strong: "Queue" }, ": ", queue ?? { todo: "its queue" }],
    [
      own,
      " ",
      { strong: "Retries" },
      ": ",
      maxRetries === undefined ? { todo: "how often it is tried again" } : String(maxRetries),
    ],
    [
      own,
      " ",
      { strong: "Time limit" },
      ": ",
      timeLimitSeconds === undefined ? { todo: "how long it may run" } : `${timeLimitSeconds}s`,
    ],
    [
      own,
      " ",
      { strong: "Idempotency" },
      ": ",
      { todo: "what a second run with the same arguments does" },
    ],
    [own, " ", { strong: "Never passed as an argument" }, ": ", { todo: "records and secrets" }],
    ...(schedule === undefined
      ? []
      : [[own, " ", { strong: "Schedule" }, ": ", { code: schedule }] satisfies Line]),
    ...(said.length > 0
      ? [[own, " ", { strong: "Options" }, ": ", { code: said.join(", ") }] satisfies Line]
      : []),
  ];
}
