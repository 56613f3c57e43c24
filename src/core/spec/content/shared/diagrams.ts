import { renderFlowchart } from "../../../diagrams/flowchart";
import { mermaidLabel } from "../../../diagrams/label";
import { reservedStates } from "../../../diagrams/reservedStates";
import { type Participant, renderSequence, type SequenceStep } from "../../../diagrams/sequence";
import type { Dependency } from "../../derive/dependencies";
import type { Entity, StatusField } from "../../derive/entities";
import type { Operation } from "../../derive/operations";
import { proposeStates } from "../../derive/states";
import type { SpecSubject } from "../../subject";
import { callOf } from "./python";

/** Who calls the service, from the outside in. */
export interface Caller {
  readonly id: string;
  readonly label: string;
}

/** The callers of a service behind a gateway. */
export const gatewayCallers: readonly Caller[] = [
  { id: "client", label: "Client" },
  { id: "gateway", label: "API Gateway" },
];
/** The callers of a service module. */
export const routerCallers: readonly Caller[] = [{ id: "router", label: "FastAPI Router" }];

/** A node's id that no keyword of Mermaid's takes, nor another node. */
function nodeOf({ id }: Dependency): string {
  return `dep_${id}`;
}

/** The callers, the service and each dependency. */
export function architecture(
  { name, content: { dependencies } }: SpecSubject,
  callers: readonly Caller[],
): string {
  const chain = [...callers, { id: "service", label: name }];
  return renderFlowchart({
    direction: "LR",
    nodes: [
      ...chain,
      ...dependencies.map((one) => ({ id: nodeOf(one), label: one.name, shape: one.shape })),
    ],
    edges: [
      ...chain.slice(1).map(({ id }, index) => ({ from: chain[index]?.id ?? id, to: id })),
      ...dependencies.map((one) => ({ from: "service", to: nodeOf(one) })),
    ],
    ...(dependencies.length === 0 && {
      comments: ["TODO: a node for each dependency, and an arrow from the service to it"],
    }),
  });
}

/** An operation when all goes well, with each dependency in the order in which it is asked. */
export function happyPath(
  { name, content: { dependencies } }: SpecSubject,
  operation: Operation | undefined,
  title: string,
  callers: readonly Caller[],
  /** Whether the outermost caller is answered once the operation is queued. */
  as: "awaited" | "queued" = "awaited",
): string {
  const service = { id: "service", label: name };
  const chain = [...callers, service];
  const outer = chain.slice(0, -1);
  const request = operation && `${operation.http.method} ${operation.http.path}`;
  const inward = outer.map(({ id }, index): SequenceStep => {
    const to = chain[index + 1]?.id ?? "service";
    const isLast = to === "service";
    const words = isLast ? (operation ? callOf(operation) : title) : (request ?? "Request");
    return { kind: "call", from: id, to, text: words };
  });
  const outward = outer.toReversed().map(({ id }, index): SequenceStep => {
    const from = chain[chain.length - 1 - index]?.id ?? "service";
    const isFirst = id === outer[0]?.id;
    const result = as === "queued" ? "done" : (operation?.returns ?? "Result");
    const text = isFirst && operation ? `${operation.http.status}` : result;
    return { kind: "answer", from, to: id, text };
  });
  const own: SequenceStep = {
    kind: "call",
    from: "service",
    to: "service",
    text: "Check the input",
  };
  const isChange = operation?.kind !== "read" && operation?.kind !== "list";
  const calls = inOrder(dependencies).flatMap((one): SequenceStep[] => [
    {
      kind: "call",
      from: "service",
      to: nodeOf(one),
      text:
        one.kind === "queue" && operation?.event
          ? `publish ${operation.event.className}`
          : isChange
            ? one.calls.write
            : one.calls.read,
    },
    { kind: "answer", from: nodeOf(one), to: "service", text: "done" },
  ]);
  const todo: SequenceStep = {
    kind: "comment",
    text: "TODO: the calls to each dependency, in order",
  };
  const inside = [own, ...(calls.length > 0 ? calls : [todo])];
  return renderSequence({
    participants: [...chain, ...dependencies.map(asParticipant)],
    steps:
      as === "queued"
        ? [
            ...inward.slice(0, 1),
            ...outward.slice(-1),
            ...inward.slice(1),
            ...inside,
            ...outward.slice(0, -1),
          ]
        : [...inward, ...inside, ...outward],
  });
}

/** What is asked before the record is stored, the database, and what is told afterwards. */
function inOrder(dependencies: readonly Dependency[]): Dependency[] {
  const rank = ({ kind }: Dependency) =>
    kind === "postgresql" ? 1 : kind === "redis" ? 2 : kind === "queue" ? 3 : 0;
  return [...dependencies].sort((a, b) => rank(a) - rank(b));
}

function asParticipant(dependency: Dependency): Participant {
  return { id: nodeOf(dependency), label: dependency.name };
}

/** Two callers change one record, and the second is told so. */
export function conflict(subject: SpecSubject, entity: Entity): string {
  const { words } = entity;
  const { operations } = subject.content;
  const own = (kind: Operation["kind"]) =>
    operations.find((one) => one.kind === kind && one.entity === entity);
  const [update, read] = [own("update"), own("read")];
  const database = subject.content.dependencies.find(({ kind }) => kind === "postgresql");
  const store = database ? asParticipant(database) : { id: "database", label: "Database" };
  return renderSequence({
    participants: [
      { id: "client", label: "Client" },
      { id: "service", label: subject.name },
      store,
    ],
    steps: [
      {
        kind: "call",
        from: "client",
        to: "service",
        text: update ? callOf(update) : `change the ${words} of version 1`,
      },
      {
        kind: "call",
        from: "service",
        to: store.id,
        text: `change the ${words} where the version is the same`,
      },
      { kind: "answer", from: store.id, to: "service", text: "no row: another caller was first" },
      { kind: "answer", from: "service", to: "client", text: "409 ConcurrentModificationError" },
      {
        kind: "call",
        from: "client",
        to: "service",
        text: read ? callOf(read) : `ask for the ${words} again`,
      },
      { kind: "answer", from: "service", to: "client", text: `the ${words} with its new version` },
    ],
  });
}

/** An external service fails, and is asked again until it answers. */
export function retries({ name }: SpecSubject, dependency: Dependency): string {
  const external = asParticipant(dependency);
  const attempt = (number: number): SequenceStep => ({
    kind: "call",
    from: "breaker",
    to: external.id,
    text: `request, attempt ${number}`,
  });
  const failed: SequenceStep = {
    kind: "answer",
    from: external.id,
    to: "breaker",
    text: "no answer in time",
  };
  const wait: SequenceStep = { kind: "call", from: "breaker", to: "breaker", text: "wait" };
  return renderSequence({
    participants: [
      { id: "service", label: name },
      { id: "breaker", label: "Circuit Breaker" },
      external,
    ],
    steps: [
      { kind: "call", from: "service", to: "breaker", text: "call" },
      attempt(1),
      failed,
      wait,
      attempt(2),
      failed,
      wait,
      attempt(3),
      { kind: "answer", from: external.id, to: "breaker", text: "200" },
      { kind: "answer", from: "breaker", to: "service", text: "response" },
    ],
  });
}

/** The states of a record; the ways between them are proposed. */
export function states(status: StatusField): string {
  const { initial, transitions, final } = proposeStates(status);
  const ids = new Map<string, string>();
  for (const value of status.values) {
    const bare = value.replace(/[^A-Za-z0-9_]/g, "_");
    const id = /^[A-Za-z]/.test(bare) && !reservedStates.test(bare) ? bare : `s_${bare}`;
    const isTaken = [...ids.values()].includes(id);
    ids.set(value, isTaken ? `${id}_${ids.size}` : id);
  }
  const id = (value: string) => ids.get(value) ?? value;
  const named = status.values
    .filter((value) => id(value) !== value)
    .map((value) => `state "${mermaidLabel(value)}" as ${id(value)}`);
  return [
    "stateDiagram-v2",
    ...[
      "%% proposed: the ways between the states",
      ...named,
      `[*] --> ${id(initial)}`,
      ...transitions.map(({ from, to }) => `${id(from)} --> ${id(to)}`),
      ...final.map((value) => `${id(value)} --> [*]`),
    ].map((line) => `    ${line}`),
  ].join("\n");
}
