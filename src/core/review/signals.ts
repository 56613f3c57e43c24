import type { ContractChange } from "../contract/contractChange";
import type { Review, ReviewPlace } from "./review";

/** What a review knows when it looks for signals. */
export interface Evidence extends Pick<Review, "redFlags" | "antiPatterns" | "contract"> {
  /** Imports of libraries that run models. */
  readonly inference: readonly ReviewPlace[];
  /** Routes that run through several services and that no test asks for. */
  readonly untested: readonly ReviewPlace[];
  /** Settings that a deployment has to give and that no file of the repository sets. */
  readonly unset: readonly ReviewPlace[];
  /** The application, where no route tells whether it is well. */
  readonly withoutHealth: readonly ReviewPlace[];
}

/** Something that code can show and another role should look at (002_…, Escalation). */
export interface Signal {
  readonly role: string;
  readonly signal: string;
  /** Why it is theirs, in a sentence. */
  readonly why: string;
  readonly task: string;
  readonly needBack: string;
  /** Whether the change should wait for the answer. */
  readonly blocks: boolean;
  /** Where the code shows it; nothing where it does not. */
  find(evidence: Evidence): readonly ReviewPlace[];
}

const changes =
  (isIt: (change: ContractChange) => boolean) =>
  ({ contract }: Evidence): readonly ReviewPlace[] =>
    (contract ?? []).filter(isIt).map(({ kind, part, name, details, file, line }) => {
      const said = details.map(({ what }) => what).join("; ");
      const message = `${part} ${name} ${kind}${said && `: ${said}`}`;
      return { path: file, line, message };
    });

const findings =
  (...rules: readonly string[]) =>
  ({ redFlags, antiPatterns }: Evidence): readonly ReviewPlace[] =>
    [...redFlags, ...antiPatterns]
      .filter(({ rule }) => rules.includes(rule))
      .flatMap(({ entries }) => entries.flatMap(({ places }) => places));

/** The signals in the order in which a review names them. */
export const signals: readonly Signal[] = [
  {
    role: "DB Architect",
    signal: "a table is new or changes",
    why: "What is stored outlives the code, and a change of a full table can lock it.",
    task: "Look at the tables below: keys, types, indexes, and how the migration runs on a full table.",
    needBack: "The migration's steps and the indexes that its queries need.",
    blocks: true,
    find: changes(({ part }) => part === "table"),
  },
  {
    role: "DB Architect",
    signal: "a filter without an index",
    why: "It reads the whole table for every request.",
    task: "Decide which of the columns below get an index, alone or together.",
    needBack: "The indexes, with how they are built on a full table.",
    blocks: false,
    find: findings("unindexed-filter"),
  },
  {
    role: "Frontend Architect",
    signal: "a response, a path or an event breaks",
    why: "Clients that are right today stop working.",
    task: "Say who reads what is below, and agree on how it changes: a new version, or both for a while.",
    needBack: "The clients concerned and the date from which they can do without.",
    blocks: true,
    find: changes(
      ({ part, breaking }) => breaking && ["endpoint", "schema", "event"].includes(part),
    ),
  },
  {
    role: "Performance Engineer",
    signal: "tasks without bounds, or work that fans out in a loop",
    why: "Under load they fill the queue or the pool of connections.",
    task: "Set time limits and retries for the tasks below, and batch what runs for each element.",
    needBack: "The limits, and what the worker does when they are reached.",
    blocks: false,
    find: findings("unbounded-task", "n-plus-one-query"),
  },
  {
    role: "Security Auditor",
    signal: "routes without authentication, open CORS, secrets in logs",
    why: "Each is a way in or a way out for what has to stay inside.",
    task: "Judge the places below: what is public by intent, and what has to be closed.",
    needBack: "For each place: meant, or how it is to be closed.",
    blocks: true,
    find: findings(
      "unauthenticated-sibling",
      "cors-wildcard-credentials",
      "secret-in-log",
      "exception-text-in-response",
    ),
  },
  {
    role: "DevOps Engineer",
    signal: "a setting that every deployment has to give",
    why: "The application does not start where it is missing.",
    task: "Set what is below in every environment before this is rolled out.",
    needBack: "That it is set, or a default that is right everywhere.",
    blocks: true,
    find: ({ unset }) => unset,
  },
  {
    role: "DevOps Engineer",
    signal: "no health check",
    why: "Nothing tells a deployment whether a process is ready or stuck.",
    task: "Say which checks the platform asks for: alive, ready, and what they look at.",
    needBack: "The paths and what each has to check.",
    blocks: false,
    find: ({ withoutHealth }) => withoutHealth,
  },
  {
    role: "Backend QA",
    signal: "a flow over several services without a test",
    why: "Where services meet is where each believes the other one checks.",
    task: "Plan the cases of the flows below: the good way, each service refusing, and two at once.",
    needBack: "The list of cases and the data they need.",
    blocks: false,
    find: ({ untested }) => untested,
  },
  {
    role: "ML/AI Engineer",
    signal: "model inference is called",
    why: "Memory, batching and versions of models are decided here.",
    task: "Look at how the models below are loaded and called.",
    needBack: "Where they run, how many at once, and which version is pinned.",
    blocks: false,
    find: ({ inference }) => inference,
  },
];
