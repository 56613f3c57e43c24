import type { Entity } from "../../derive/entities";
import type { Operation } from "../../derive/operations";
import type { SectionFormat } from "../../formats/format";
import type { SpecSubject } from "../../subject";
import type { ContentBlock, Line, Span } from "../blocks";
import { inputLines } from "./python";

/** The table of a section with rows; `undefined` where there are none, so that the section asks for them. */
export function tableOf(
  { holds }: SectionFormat,
  rows: readonly (readonly Line[])[],
): ContentBlock[] | undefined {
  const held = holds.find(({ kind }) => kind === "table");
  if (held?.kind !== "table" || rows.length === 0) return undefined;
  return [{ kind: "table", columns: held.columns, rows }];
}

/** What the service owns: what was said, else its models. */
export function ownedBy({ content: { owns, entities } }: SpecSubject): Span {
  if (owns.length > 0) return owns.join(", ");
  if (entities.length === 0) return { todo: "the data that only this service changes" };
  return entities.map(({ pluralWords }) => pluralWords).join(", ");
}

/** What the service does not own. */
export function notOwnedBy({ content: { doesNotOwn } }: SpecSubject): Span {
  return doesNotOwn.length > 0
    ? doesNotOwn.join(", ")
    : { todo: "what a caller might look for here, and which service has it" };
}

/** The dataclasses that callers send of a model, as far as an operation takes them. */
export function inputsOf(entity: Entity, operations: readonly Operation[]): string[][] {
  const { create, update } = inputLines(entity);
  const has = (kind: Operation["kind"]) =>
    operations.some((one) => one.kind === kind && one.entity === entity);
  return [...(has("create") ? [create] : []), ...(has("update") ? [update] : [])];
}

/** The counters of what an operation has done. */
export function countersOf(
  snakeName: string,
): (operation: Operation) => readonly { readonly name: string }[] {
  return ({ method, kind }) =>
    kind === "read" || kind === "list" ? [] : [{ name: `${snakeName}_${method}_total{outcome}` }];
}

/** The metrics of one method, as its docstring lists them. */
export function methodMetrics(snakeName: string, operation: Operation): string[] {
  const counters = countersOf(snakeName)(operation).map(({ name }) => name.replace(/\{.*/, ""));
  return [
    ...counters.map((name) => `${name} (counter)`),
    `${snakeName}_request_duration_seconds (histogram)`,
  ];
}

/** The metrics of calls to a dependency. */
export function dependencyMetrics(snakeName: string, id: string): string[] {
  return [
    `${snakeName}_${id}_requests_total{outcome}`,
    `${snakeName}_${id}_request_duration_seconds`,
  ];
}
