import type { Field } from "../../../fields/field";
import { type Dependency, secondsOf } from "../../derive/dependencies";
import type { Entity } from "../../derive/entities";
import type { Operation } from "../../derive/operations";
import type { SectionFormat } from "../../formats/format";
import type { SpecSubject } from "../../subject";
import type { ContentBlock, Line } from "../blocks";
import { tableOf } from "./parts";

/** Targets that nobody decided, in milliseconds, by what an operation does. */
const targets = {
  read: [30, 100, 200],
  list: [100, 300, 500],
  create: [100, 300, 500],
  update: [80, 200, 400],
  delete: [50, 150, 300],
  other: [100, 300, 500],
} as const;
/** What a caller waits at least, in seconds. */
const shortest = 5;

/** Proposed targets of an operation: it never gives up before what it calls. */
export function latencyOf(
  { kind }: Operation,
  dependencies: readonly Dependency[],
): { readonly p50: string; readonly p95: string; readonly p99: string; readonly timeout: string } {
  const [p50, p95, p99] = targets[kind];
  const longest = Math.max(0, ...dependencies.map(({ timeout }) => secondsOf(timeout) ?? 0));
  const timeout = Math.max(shortest, Math.ceil(longest + shortest));
  return { p50: `< ${p50}ms`, p95: `< ${p95}ms`, p99: `< ${p99}ms`, timeout: `${timeout}s` };
}

/** One row for each field that callers send, with its bounds. */
export function inputRows({ className, fields, hasVersion }: Entity): Line[][] {
  return fields
    .filter(({ name }) => !(hasVersion && name === "version"))
    .map((field) => [
      { code: `${className}.${field.name}` },
      boundsOf(field),
      field.type.kind === "str" || field.type.kind === "text"
        ? { proposed: "Blanks at both ends are cut" }
        : "N/A",
    ]);
}

function boundsOf({ type, nullable }: Field): string {
  const optional = nullable ? ", or nothing" : "";
  switch (type.kind) {
    case "str":
      return `Text${type.length === undefined ? "" : ` of at most ${type.length} characters`}${optional}`;
    case "decimal":
      return `Number of ${type.precision} digits, ${type.scale} behind the point${optional}`;
    case "enum":
      return `One of ${type.values.join(", ")}${optional}`;
    case "ref":
      return `UUID of a record of ${type.table} that exists${optional}`;
    case "datetime":
      return `ISO 8601 with a time zone${optional}`;
    case "date":
      return `ISO 8601 date${optional}`;
    case "bool":
      return `true or false${optional}`;
    case "int":
    case "bigint":
      return `Whole number${optional}`;
    case "float":
      return `Number${optional}`;
    case "uuid":
      return `UUID${optional}`;
    case "json":
      return `JSON object${optional}`;
    case "list":
      return `List${optional}`;
    case "text":
      return `Text${optional}`;
  }
}

/** The settings that follow from dependencies and lists. */
export function configurationRows(
  { snakeName, content: { dependencies, operations } }: SpecSubject,
  section: SectionFormat,
): ContentBlock[] | undefined {
  const prefix = snakeName.toUpperCase();
  const row = (name: string, type: string, value: Line): Line[] => [
    name,
    type,
    value,
    { code: `${prefix}_${name}` },
  ];
  const rows = dependencies.flatMap(({ id, timeout, kind }) => {
    const seconds = secondsOf(timeout);
    const name = id.toUpperCase();
    const isProposed = typeof timeout === "object";
    const address = kind === "object-storage" ? "BUCKET" : "URL";
    return [
      row(`${name}_${address}`, "str", "None; must be set"),
      ...(seconds === undefined
        ? []
        : [
            row(
              `${name}_TIMEOUT_SECONDS`,
              "float",
              isProposed ? { proposed: String(seconds) } : String(seconds),
            ),
          ]),
    ];
  });
  const pages = operations.some(({ kind }) => kind === "list")
    ? [row("MAX_PAGE_SIZE", "int", { proposed: "100" })]
    : [];
  return tableOf(section, [...rows, ...pages]);
}
