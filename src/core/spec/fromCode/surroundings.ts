import { detectedLayers } from "../../detection/layers";
import { queryMethods, sessionOf } from "../../detection/sessionTypes";
import { classOf } from "../../evaluation/attributes";
import { ancestors } from "../../evaluation/classes";
import { isSettings } from "../../evaluation/fields";
import { type CallV, type FunctionV, optionsOf, type Value } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import { callsOf, functionsCalled, valuesIn } from "../../frameworks/callGraph";
import type { Dependency } from "../../frameworks/dependencies/dependency";
import { databases } from "../../frameworks/dependencies/urlKinds";
import type { CodeBase } from "../../project/codeBase";
import type { CodePlace, DependencyFact, SettingFact } from "./facts";
import { placed } from "./pythonText";
import { otherRoles } from "./roles";

/** The most functions that are looked at from a module's own. */
const mostReached = 400;

/** The functions of some files, methods and helpers among them. */
export function functionsIn(files: readonly string[], code: CodeBase): readonly FunctionV[] {
  return files.flatMap((path) => code.functionRuns(path).map((one) => one.function));
}

/** Functions with those that they call, as far as that is known. */
function reachedFrom(functions: readonly FunctionV[], code: CodeBase): readonly FunctionV[] {
  const found = new Map<object, FunctionV>(functions.map((one) => [one.node, one]));
  const pending = [...functions];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const called of callsOf(next, code)) {
      if (found.has(called.node) || found.size > mostReached + functions.length) continue;
      found.set(called.node, called);
      pending.push(called);
    }
  }
  return [...found.values()];
}

/** What a call outside of the project's code goes to. */
export interface OutsideCall {
  readonly name: string;
  readonly type: string;
  readonly shape: DependencyFact["shape"];
  /** `commit()` */
  readonly text: string;
}

/** The database, client or service that a call goes to; `undefined` for other calls. */
export function outsideCall(call: CallV, code: CodeBase): OutsideCall | undefined {
  const { func } = call;
  if (func.kind === "attribute" && sessionOf(func.value) !== undefined) {
    const isUse = queryMethods.has(func.attr) || /^(?:commit|flush|rollback)$/.test(func.attr);
    if (!isUse) return undefined;
    return { ...databaseOf(code), text: `${func.attr}()` };
  }
  const known = dependenciesByPlace(code);
  const own = known.get(placeKey(call));
  if (own !== undefined && !isDatabase(own)) {
    const text = `${calledName(call)}()`;
    return { ...describe(own), text };
  }
  for (const maker of makersOf(func)) {
    const made = known.get(placeKey(maker));
    if (made !== undefined) return { ...describe(made), text: `${calledName(call)}()` };
  }
  return undefined;
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
  );
}

function placeKey({ place: { path, line } }: Pick<CallV, "place">): string {
  return `${path}:${line}`;
}

type Described = Omit<OutsideCall, "text">;

function isDatabase({ kind }: Pick<Dependency, "kind">): boolean {
  return databases.has(kind) || kind === "database";
}

/** The project's one database by its kind; where it has several, or a setting decides, just a database. */
function databaseOf(code: CodeBase): Described {
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

function describe({ kind, name }: Dependency): Described {
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

/** What some functions need: databases, clients, and the services of other modules. */
export function dependencyFacts(
  functions: readonly FunctionV[],
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly DependencyFact[] {
  const layers = detectedLayers(code);
  const taken = otherRoles(code);
  const found = new Map<
    string,
    Omit<DependencyFact, "uses"> & { uses: DependencyFact["uses"][number][] }
  >();
  const add = (one: Described, use: CodePlace & { readonly text: string }): void => {
    const known = found.get(one.name) ?? {
      name: one.name,
      type: one.type,
      shape: one.shape,
      uses: [],
    };
    // The first place of each call stands for the others.
    const isNew = !known.uses.some(({ path, text }) => path === use.path && text === use.text);
    if (isNew) known.uses.push(use);
    found.set(one.name, known);
  };
  for (const func of reachedFrom(functions, code)) {
    for (const { call } of code.functionRun(func)?.effects ?? []) {
      const outside = outsideCall(call, code);
      if (outside !== undefined) add(outside, { text: outside.text, ...placed(call.place) });
      if (!files.has(func.path)) continue;
      for (const { called, of } of projectTargets(call)) {
        const isOther = !files.has(called.path) && layers.layerOf(called.path).includes("service");
        if (!isOther || /^__\w+__$/.test(called.name)) continue;
        if (called.owner !== undefined && taken.has(called.owner.node)) continue;
        const name = partName(called, of);
        add(
          { name, type: "Internal service", shape: "box" },
          { text: `${called.name}()`, ...placed(call.place) },
        );
      }
    }
  }
  // What the module itself does comes before what others do for it.
  return [...found.values()].map((one) => {
    const own = one.uses.filter(({ path }) => files.has(path));
    return own.length > 0 ? { ...one, uses: own } : one;
  });
}

/** What a function belongs to, as diagrams and tables call it: a class, else the last parts of its module. */
export function partName({ module }: FunctionV, of: string | undefined): string {
  return of ?? module.split(".").slice(-2).join(".");
}

/** The project's functions that a call runs, with the class of the object that it is called on. */
export function projectTargets(
  call: CallV,
): readonly { readonly called: FunctionV; readonly of: string | undefined }[] {
  return optionsOf(call.func).flatMap((one) =>
    functionsCalled(one).map((called) => ({
      called,
      of: (one.kind === "bound" ? classOf(one.self)?.name : undefined) ?? called.owner?.name,
    })),
  );
}

/** The settings that some functions read, each once. */
export function settingFacts(
  functions: readonly FunctionV[],
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly SettingFact[] {
  const { settings } = backend.settings(code);
  const found = new Map<string, SettingFact>();
  const add = (setting: (typeof settings)[number], place: CodePlace): void => {
    const { name, type, environment, default: value } = setting;
    if (found.has(environment)) return;
    const text = value === null ? undefined : String(value);
    found.set(environment, { name, type, environment, default: text, ...place });
  };
  for (const setting of settings) {
    if (files.has(setting.place.path)) add(setting, placed(setting.place));
  }
  for (const func of functions) {
    for (const [node] of valuesIn(func, code)) {
      if (node.nodeType !== "Attribute") continue;
      const value = valuesIn(func, code).get(node.value);
      const of =
        value &&
        optionsOf(value)
          .map(classOf)
          .find((one) => one !== undefined);
      if (of === undefined || !isSettings(of)) continue;
      const own = new Set(ancestors(of).flatMap((one) => (one.kind === "class" ? [one.name] : [])));
      const setting = settings.find((one) => own.has(one.class) && one.name === node.attr);
      if (setting) add(setting, placed({ path: func.path, line: node.line }));
    }
  }
  return [...found.values()];
}
