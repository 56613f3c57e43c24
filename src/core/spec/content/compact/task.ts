import type { Operation } from "../../derive/operations";
import { asTitle } from "../../purpose";
import type { SpecSubject } from "../../subject";
import { bullets, fence, type Line, type Span } from "../blocks";
import { docstringText } from "../escape";
import { architecture, type Caller, happyPath } from "../shared/diagrams";
import { tableOf } from "../shared/parts";
import { signatureLines } from "../shared/python";
import type { SectionWriter } from "../writer";
import { testingBy } from "./behaviour";

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
        happyPath(withoutQueue(subject), first, title, enqueuing(subject), "queued"),
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

  testing: testingBy("pytest", () => "the job is done"),

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

/**
 * A subject as tasks have it: they take ids and the job's record, write their outcome there, and answer nobody, so that all
 * parts of a document say so.
 */
export function asTasks(subject: SpecSubject): SpecSubject {
  const { content } = subject;
  const dependencies = content.dependencies.map((one) => ({
    ...one,
    fallback: isAnswer(one.fallback) ? { proposed: "None; the job is tried again" } : one.fallback,
  }));
  const operations = content.operations.map(asTask);
  return { ...subject, content: { ...content, dependencies, operations } };
}

function isAnswer(fallback: Span): boolean {
  return typeof fallback === "object" && "proposed" in fallback && /503/.test(fallback.proposed);
}

const job = {
  name: "job_id",
  type: "str",
  about: "the job's record, which holds its input and its progress",
} as const;

/** Types that a queue carries as they are. */
const small = /^(?:UUID|str|int|float|bool|date|datetime)(?: \| None)?$/;

function asTask(operation: Operation): Operation {
  const { method, parameters } = operation;
  const kept = parameters.filter(
    ({ type, name }) => type !== undefined && small.test(type) && name !== job.name,
  );
  const isWhole = kept.length === parameters.length && kept.length > 0;
  const accepted = 202;
  return {
    ...operation,
    parameters: isWhole ? kept : [job, ...kept],
    returns: "None",
    returnsAbout: "Nothing; the outcome is written to the job's record.",
    http: { method: "enqueue", path: method, status: accepted },
  };
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
