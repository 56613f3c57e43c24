import type { Operation } from "../../derive/operations";
import { asTitle } from "../../purpose";
import type { SpecSubject } from "../../subject";
import { bullets, fence, type Line } from "../blocks";
import { docstringText } from "../escape";
import { architecture, type Caller, happyPath } from "../shared/diagrams";
import { tableOf } from "../shared/parts";
import { signatureLines } from "../shared/python";
import type { SectionWriter } from "../writer";

/** What starts a task: a route, by way of the queue. */
function enqueuing({ content: { dependencies } }: SpecSubject): Caller[] {
  const queue = dependencies.find(({ kind }) => kind === "queue");
  return [
    { id: "router", label: "FastAPI Router" },
    { id: "broker", label: queue?.name ?? "Message Queue" },
  ];
}

/** What of a task's document is another than a module's. */
export const taskInterface: Readonly<Record<string, SectionWriter>> = {
  architecture: (subject) => [
    fence("mermaid", architecture(withoutQueue(subject), enqueuing(subject))),
  ],

  sequence: (subject) => {
    const [first] = subject.content.operations;
    const title = first?.title ?? (asTitle(subject) || "Main operation");
    return [
      fence(
        "mermaid",
        happyPath(withoutQueue(subject), enqueued(first), title, enqueuing(subject)),
      ),
    ];
  },

  errors: ({ content: { errors } }, section) =>
    tableOf(
      section,
      errors.map(({ title, name, status, retry }): Line[] => [
        title,
        name,
        "N/A",
        status === undefined
          ? "None; a warning is logged"
          : retry.startsWith("Yes")
            ? "Retried, then the job is marked as failed"
            : "The job is marked as failed",
      ]),
    ),

  interface: (subject) => {
    const { content } = subject;
    const operations = content.operations.flatMap((operation, index) => [
      ...(index === 0 ? [] : ["", ""]),
      ...taskLines(operation),
    ]);
    return [
      fence("python", ...(operations.length > 0 ? operations : bareTask(subject))),
      bullets(
        [{ strong: "Queue" }, ": ", { proposed: "default" }],
        [{ strong: "Retries" }, ": ", { proposed: "3, with exponential backoff from 10s" }],
        [{ strong: "Time limit" }, ": ", { proposed: "300s" }],
        [
          { strong: "Idempotency" },
          ": ",
          { proposed: "a second run with the same arguments finds the job done and ends" },
        ],
        [
          { strong: "Never passed as an argument" },
          ": ",
          content.sensitive.length > 0
            ? `records and secrets, only ids; in particular ${content.sensitive.join(", ")}`
            : "records and secrets, only ids",
        ],
      ),
    ];
  },
};

/** The queue stands before a task, so it is no dependency behind it as well. */
function withoutQueue(subject: SpecSubject): SpecSubject {
  const dependencies = subject.content.dependencies.filter(({ kind }) => kind !== "queue");
  const isAlone = dependencies.length === subject.content.dependencies.length;
  return isAlone ? subject : { ...subject, content: { ...subject.content, dependencies } };
}

/** An operation as a route starts it: nobody waits for it. */
function enqueued(operation: Operation | undefined): Operation | undefined {
  const accepted = 202;
  return (
    operation && {
      ...operation,
      returns: "accepted",
      http: { method: "enqueue", path: operation.method, status: accepted },
    }
  );
}

function taskLines(operation: Operation): string[] {
  const [signature = "", ...rest] = signatureLines(operation, {
    indent: "",
    isMethod: false,
    metrics: [],
  });
  return [signature.replace(/^async /, ""), ...rest];
}

function bareTask(subject: SpecSubject): string[] {
  const title = asTitle(subject) || subject.className;
  return [
    `def ${subject.snakeName}(job_id: str) -> None:`,
    `    """${docstringText(`${title}.`)}`,
    "",
    "    Args:",
    "        job_id: the job's record, which holds its input and its progress",
    "",
    "    Returns:",
    "        Nothing; the outcome is written to the job's record.",
    "",
    "    Raises:",
    "        Nothing of its own.",
    '    """',
    "    # TODO: the errors that it raises, with a row each below Error Handling",
  ];
}
