import { iterated } from "../../evaluation/iteration";
import {
  type CallV,
  externalName,
  optionsOf,
  type Place,
  textOf,
  type Value,
} from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";

/** Something that is counted or measured. */
export interface Metric {
  /** `counter`, `gauge`, `histogram`, `summary`, `info`, `enum`, `timer` … */
  readonly kind: string;
  readonly library: "prometheus" | "opentelemetry" | "statsd";
  /** `null` where it is computed. */
  readonly name: string | null;
  /** `null` where they are computed. */
  readonly labels: readonly string[] | null;
  readonly description: string | null;
  readonly place: Place;
}

/** https://prometheus.github.io/client_python/instrumenting/ */
const prometheus =
  /^prometheus_client\.(?:metrics\.|core\.)?(Counter|Gauge|Histogram|Summary|Info|Enum)$/;

/** Methods of a meter (https://opentelemetry.io/docs/languages/python/instrumentation/#metrics). */
const instruments = /^create_(?:(observable)_)?(counter|up_down_counter|histogram|gauge)$/;

const meters = /^opentelemetry\.(?:sdk\.)?metrics\.(?:\w+\.)*(?:get_meter|Meter)$/;

/** Clients of StatsD and their methods (https://statsd.readthedocs.io, https://datadogpy.readthedocs.io). */
const statsdClients =
  /^(?:statsd\.(?:\w+\.)*\w*StatsClient|statsd\.(?:TCP)?StatsClient|aiodogstatsd\.Client|datadog\.(?:\w+\.)*DogStatsd)$/;

const statsdMethods: Readonly<Record<string, string>> = nameTable({
  incr: "counter",
  increment: "counter",
  decr: "counter",
  decrement: "counter",
  gauge: "gauge",
  timing: "timer",
  timer: "timer",
  timed: "timer",
  histogram: "histogram",
  distribution: "histogram",
  set: "set",
});

/** The metric that a call makes or writes; `undefined` for other calls. */
export function metricOf(call: CallV): Metric | undefined {
  return prometheusMetric(call) ?? instrument(call) ?? statsdMetric(call);
}

function prometheusMetric({ func, args, keywords, place, open }: CallV): Metric | undefined {
  const [, kind] = prometheus.exec(externalName(func) ?? "") ?? [];
  if (kind === undefined) return undefined;
  const labels = keywords.get("labelnames") ?? args[2];
  return {
    kind: kind.toLowerCase(),
    library: "prometheus",
    name: textOf(args[0] ?? keywords.get("name")) ?? null,
    labels: labels === undefined ? (open ? null : []) : textsOf(labels),
    description: textOf(args[1] ?? keywords.get("documentation")) ?? null,
    place,
  };
}

function instrument({ func, args, keywords, place }: CallV): Metric | undefined {
  if (func.kind !== "attribute" || !isMade(func.value, meters)) return undefined;
  const [, , kind] = instruments.exec(func.attr) ?? [];
  if (kind === undefined) return undefined;
  return {
    kind,
    library: "opentelemetry",
    name: textOf(args[0] ?? keywords.get("name")) ?? null,
    labels: [],
    description: textOf(keywords.get("description")) ?? null,
    place,
  };
}

function statsdMetric({ func, args, keywords, place }: CallV): Metric | undefined {
  const dotted = externalName(func);
  const attr = func.kind === "attribute" ? func.attr : dotted?.split(".").at(-1);
  const kind = statsdMethods[attr ?? ""];
  const isDirect = dotted?.startsWith("datadog.statsd.") === true;
  const isClient = func.kind === "attribute" && isMade(func.value, statsdClients);
  if (kind === undefined || !(isDirect || isClient)) return undefined;
  const name = textOf(args[0] ?? keywords.get("stat") ?? keywords.get("metric")) ?? null;
  return { kind, library: "statsd", name, labels: [], description: null, place };
}

/** Whether a value is an object that a library's function makes, or some object of its class. */
function isMade(value: Value, names: RegExp): boolean {
  return optionsOf(value).some((option) => {
    const made =
      option.kind === "call" ? option.func : option.kind === "some" ? option.type : undefined;
    return names.test(externalName(made) ?? "");
  });
}

function textsOf(value: Value): readonly string[] | null {
  const { items, isKnown } = iterated(value);
  const texts = items.map(textOf).filter((text) => text !== undefined);
  return isKnown && texts.length === items.length ? texts : null;
}
