import type { NodeShape } from "../../diagrams/flowchart";
import type { Answers, DependencyKind } from "../answers/schema";
import type { Span } from "../content/blocks";
import { classNameOf, snakeNameOf } from "../names";

/** Something that the service needs, with a proposal for all that nobody said. */
export interface Dependency {
  readonly name: string;
  readonly kind: DependencyKind;
  /** As a variable, a node and a metric: `postgresql`. */
  readonly id: string;
  readonly type: string;
  readonly purpose: Span;
  readonly timeout: Span;
  readonly fallback: Span;
  readonly healthCheck: Span;
  /** The error that says it is not there, and its code. */
  readonly error: string;
  readonly code: string;
  /** Whether a caller sees that error; a cache is done without. */
  readonly isRaised: boolean;
  /** Whether it lies in other hands, so that calls are repeated and broken off. */
  readonly isExternal: boolean;
  readonly shape: NodeShape;
  /** What a sequence shows of a call, for a change and for a question. */
  readonly calls: { readonly write: string; readonly read: string };
  readonly backoff: string;
  readonly attempts: string;
}

interface KindFacts {
  readonly name: string;
  readonly type: string;
  readonly purpose: string;
  readonly timeout: string;
  readonly fallback: string;
  readonly healthCheck: string;
  readonly shape: NodeShape;
  readonly write: string;
  readonly read: string;
  readonly attempts: string;
  readonly backoff: string;
}

const answer503 = "None; answer 503";

const facts: Readonly<Record<DependencyKind, KindFacts>> = {
  postgresql: {
    name: "PostgreSQL",
    type: "Database",
    purpose: "Holds the records of this service",
    timeout: "5s",
    fallback: answer503,
    healthCheck: "SELECT 1",
    shape: "database",
    write: "write the record in one transaction",
    read: "read the record",
    attempts: "3",
    backoff: "100ms, 200ms, 400ms",
  },
  redis: {
    name: "Redis",
    type: "Cache",
    purpose: "Keeps answers that are asked for again",
    timeout: "1s",
    fallback: "Go on without the cache",
    healthCheck: "PING",
    shape: "database",
    write: "drop what is cached of the record",
    read: "look for a cached answer",
    attempts: "1",
    backoff: "none",
  },
  queue: {
    name: "Message Queue",
    type: "Queue",
    purpose: "Carries events and background work",
    timeout: "2s",
    fallback: answer503,
    healthCheck: "Open a connection to the broker",
    shape: "queue",
    write: "publish",
    read: "publish",
    attempts: "5",
    backoff: "500ms each",
  },
  service: {
    name: "Internal Service",
    type: "Internal API",
    purpose: "",
    timeout: "3s",
    fallback: answer503,
    healthCheck: "GET /health",
    shape: "box",
    write: "request",
    read: "request",
    attempts: "3",
    backoff: "200ms, 400ms, 800ms",
  },
  "external-api": {
    name: "External API",
    type: "External API",
    purpose: "",
    timeout: "10s",
    fallback: answer503,
    healthCheck: "State of its circuit breaker",
    shape: "box",
    write: "request",
    read: "request",
    attempts: "3",
    backoff: "1s, 2s, 4s (±20%)",
  },
  "object-storage": {
    name: "Object Storage",
    type: "Object storage",
    purpose: "Holds files",
    timeout: "10s",
    fallback: answer503,
    healthCheck: "HEAD of the bucket",
    shape: "database",
    write: "store the file",
    read: "read the file",
    attempts: "3",
    backoff: "200ms, 400ms, 800ms",
  },
};

/** The dependencies that answers name, each once. */
export function deriveDependencies({ dependencies }: Answers): Dependency[] {
  const found = new Map<string, Dependency>();
  for (const given of dependencies) {
    const said = typeof given === "string" ? { kind: given } : given;
    const known = facts[said.kind];
    const name = said.name ?? known.name;
    const id = dependencyId(given);
    if (found.has(id)) continue;
    found.set(id, {
      name,
      kind: said.kind,
      id,
      type: known.type,
      purpose: decided(said.purpose, known.purpose) ?? { todo: `what ${name} is needed for` },
      timeout: decided(said.timeout, known.timeout) ?? "",
      fallback: decided(said.fallback, known.fallback) ?? "",
      healthCheck: decided(said["health-check"], known.healthCheck) ?? "",
      error: `${classNameOf(name)}UnavailableError`,
      code: `${id.toUpperCase()}_UNAVAILABLE`,
      isRaised: said.kind !== "redis",
      isExternal: said.kind === "service" || said.kind === "external-api",
      shape: known.shape,
      calls: { write: known.write, read: known.read },
      attempts: known.attempts,
      backoff: known.backoff,
    });
  }
  return [...found.values()];
}

/** What a dependency is called in metrics and error codes, by which one is told from another. */
export function dependencyId(given: Answers["dependencies"][number]): string {
  const { kind, name } = typeof given === "string" ? { kind: given, name: undefined } : given;
  return name === undefined ? kind.replaceAll("-", "_") : snakeNameOf(name);
}

/** What somebody said, else a proposal, if there is one. */
function decided(said: string | undefined, proposal: string): Span | undefined {
  if (said !== undefined) return said;
  return proposal === "" ? undefined : { proposed: proposal };
}

/** The seconds of a timeout such as `5s` or `250ms`; `undefined` for one in other words. */
export function secondsOf(timeout: Span): number | undefined {
  const text =
    typeof timeout === "string" ? timeout : "proposed" in timeout ? timeout.proposed : "";
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|min)$/.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === "ms" ? 0.001 : unit === "s" ? 1 : 60);
}
