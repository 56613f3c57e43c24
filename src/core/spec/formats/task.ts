import { compactSections } from "./compact";
import { formatSchema } from "./format";
import { list, python } from "./holdings";

/** The `task` format: the compact specification of a Celery task or a Dramatiq actor. */
export const task = formatSchema.parse({
  name: "task",
  title: "Backend Task Specification: <name>",
  file: "task-<name>.md",
  frontMatter: ["backend-spec", "name", "module", "date", "status"],
  fields: ["Module", "Date", "Spec Reference"],
  sections: compactSections({
    architecture: "a flowchart of what enqueues the task, its worker and each dependency",
    interface: {
      id: "interface",
      heading: "Service Interface",
      level: 2,
      about: "the task's signature with Args, Returns and Raises, and how it is run",
      holds: [
        python,
        {
          ...list,
          hint: "queue, retries, time limit, idempotency, and what is never passed as an argument",
        },
      ],
    },
    security: "with whose rights the task runs, and what is never logged or passed as an argument",
  }),
});
