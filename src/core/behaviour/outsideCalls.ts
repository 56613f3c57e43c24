import { queryMethods, sessionOf } from "../detection/sessionTypes";
import type { NodeShape } from "../diagrams/flowchart";
import { type CallV, optionsOf, type Value } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import type { Dependency } from "../frameworks/dependencies/dependency";
import { databases } from "../frameworks/dependencies/urlKinds";
import type { TaskKind } from "../frameworks/tasks/task";
import type { CodeBase } from "../project/codeBase";
import { timeoutOf } from "./timeouts";

/** What a call outside of the project's code goes to. */
export interface OutsideCall {
  readonly name: string;
  readonly type: string;
  readonly shape: NodeShape;
  /** `commit()` */
  readonly text: string;
  /** How long it may take, as the call or the client says it: `5s`. */
  readonly timeout: string | undefined;
}

/** The database, client or service that a call goes to; `undefined` for other calls. */
export function outsideCall(call: CallV, code: CodeBase): OutsideCall | undefined {
  const { func } = call;
  if (func.kind === "attribute" && sessionOf(func.value) !== undefined) {
    const isUse = queryMethods.has(func.attr) || /^(?:commit|flush|rollback)$/.test(func.attr);
    if (!isUse) return undefined;
    return { ...databaseOf(code), text: `${func.attr}()`, timeout: undefined };
  }
  const known = dependenciesByPlace(code);
  const own = known.get(placeKey(call));
  if (own !== undefined && !isDatabase(own)) {
    return { ...describe(own), text: `${calledName(call)}()`, timeout: timeoutOf(call, code) };
  }
  for (const maker of makersOf(func)) {
    const made = known.get(placeKey(maker));
    if (made === undefined) continue;
    const timeout = timeoutOf(call, code) ?? timeoutOf(maker, code);
    return { ...describe(made), text: `${calledName(call)}()`, timeout };
  }
  // A library that is given a session uses it: `crud_users.get(db=db)`.
  const given = [...call.args, ...call.keywords.values()];
  const isLibrary = call.func.kind === "attribute" && !isMaking(call);
  return isLibrary && given.some((one) => sessionOf(one) !== undefined)
    ? { ...databaseOf(code), text: `${calledName(call)}()`, timeout: undefined }
    : undefined;
}

/** Whether a call makes an object, by the name of a class. */
function isMaking(call: CallV): boolean {
  return /^[A-Z]/.test(calledName(call));
}

function calledName({ node }: CallV): string {
  if (node?.func.nodeType === "Attribute") return node.func.attr;
  return node?.func.nodeType === "Name" ? node.func.id : "call";
}

/** The calls that made what a method is called on. */
function makersOf(func: Value): readonly CallV[] {
  if (func.kind !== "attribute") return [];
  return optionsOf(func.value).flatMap((one): readonly CallV[] => {
    if (one.kind === "call") return [one, ...makersOf(one.func)];
    return one.kind === "attribute" ? makersOf(one) : [];
  });
}

function dependenciesByPlace(code: CodeBase): ReadonlyMap<string, Dependency> {
  return code.queries.get(
    "dependencies by place",
    () =>
      new Map(
        backend.dependencies(code).dependencies.map((one) => [placeKey({ place: one.place }), one]),
      ),
    (a, b) => JSON.stringify([...a]) === JSON.stringify([...b]),
  );
}

function placeKey({ place: { path, line } }: Pick<CallV, "place">): string {
  return `${path}:${line}`;
}

/** What a diagram or a table calls a dependency. */
export type Outside = Omit<OutsideCall, "text" | "timeout">;

function isDatabase({ kind }: Pick<Dependency, "kind">): boolean {
  return databases.has(kind) || kind === "database";
}

/** The project's one database by its kind; where it has several, or a setting decides, just a database. */
function databaseOf(code: CodeBase): Outside {
  const all = backend.dependencies(code).dependencies.filter(isDatabase);
  const kinds = new Set(all.map(({ kind }) => kind));
  // SQLite beside another one is what tests and examples run on.
  if (kinds.size > 1) kinds.delete("sqlite");
  const [only] = kinds;
  const name = kinds.size === 1 && only !== undefined ? (names[only] ?? only) : "Database";
  return { name, type: "Database", shape: "database" };
}

const names: Readonly<Record<string, string>> = {
  postgresql: "PostgreSQL",
  mysql: "MySQL",
  mariadb: "MariaDB",
  sqlite: "SQLite",
  mongodb: "MongoDB",
  database: "Database",
  redis: "Redis",
  rabbitmq: "RabbitMQ",
  kafka: "Kafka",
  s3: "S3",
  http: "HTTP service",
  smtp: "SMTP server",
  elasticsearch: "Elasticsearch",
  "celery-broker": "Celery broker",
};

/** A dependency as diagrams and tables call it. */
export function describe({ kind, name }: Dependency): Outside {
  const label = name ?? names[kind] ?? kind;
  if (isDatabase({ kind })) return { name: label, type: "Database", shape: "database" };
  if (/^(?:redis|memcached|valkey)$/.test(kind)) {
    return { name: label, type: "Key-value store", shape: "database" };
  }
  if (/rabbit|kafka|broker|sqs|nats|amqp|pulsar|mqtt/.test(kind)) {
    return { name: label, type: "Message queue", shape: "queue" };
  }
  if (/^(?:s3|gcs|minio|azure-blob)/.test(kind)) {
    return { name: label, type: "Object storage", shape: "database" };
  }
  return { name: label, type: "External service", shape: "box" };
}

const queues: Readonly<Record<TaskKind, string>> = {
  celery: "Celery queue",
  dramatiq: "Dramatiq queue",
  arq: "arq queue",
  taskiq: "Taskiq queue",
  rq: "RQ queue",
  apscheduler: "Scheduler",
  background: "Background tasks",
};

/** What tasks of a kind are sent to. */
export function queueName(kind: TaskKind | undefined): string {
  return kind === undefined ? "Queue" : queues[kind];
}
