import { columnsOf, type Sayings, truthColumns } from "./columns";
import { endpointsMissed } from "./endpoints";
import type { Inspected, Stated, Truth } from "./shapes";

/** What is compared: endpoints, what is said of them, columns; and places that must stand under `unresolved`. */
export type Part = "endpoints" | "details" | "columns" | "unresolved";

/** One difference between what runs and what is reported. */
export interface Miss {
  readonly part: Part;
  readonly kind: "missed" | "extra" | "wrong";
  readonly what: string;
}

/** How much of one part was asked for and right. */
export interface Score {
  readonly wanted: number;
  readonly right: number;
}

export interface Comparison {
  readonly misses: readonly Miss[];
  readonly scores: Readonly<Record<"endpoints" | "details" | "columns", Score>>;
}

/**
 * Holds what `inspect` reports to what the application says when it runs. Where versions of the frameworks differ in
 * that, there are several truths: what only some have is asked for neither way, and either's saying of a thing is right.
 */
export function compare(
  truths: readonly Truth[],
  inspected: Inspected,
  stated: Stated,
): Comparison {
  const ignored = new Set(stated.unresolved.map((u) => u.what));
  const endpoints = endpointsMissed(truths, inspected, ignored);
  const columns = columnsMissed(truths.map(truthColumns), columnsOf(inspected), ignored);
  return {
    misses: [...endpoints.misses, ...columns.misses, ...unnamed(inspected, stated)],
    scores: {
      endpoints: endpoints.score,
      details: endpoints.details,
      columns: columns.score,
    },
  };
}

function columnsMissed(truths: readonly Sayings[], found: Sayings, ignored: ReadonlySet<string>) {
  const misses: Miss[] = [];
  let asked = 0;
  let right = 0;
  const skipped = (table: string, key: string) =>
    ignored.has(key) || ignored.has(`${table}.*`) || !truths.every((t) => t.has(key));
  for (const [key, { table }] of truths[0] ?? []) {
    if (skipped(table, key)) continue;
    asked++;
    const accepted = truths.flatMap((truth) => truth.get(key)?.said ?? []);
    const told = [...new Set(accepted)].join(" or ");
    const said = found.get(key)?.said;
    if (said === undefined) {
      misses.push({ part: "columns", kind: "missed", what: `${key}: ${told}` });
    } else if (said.length === 1 && said.every((s) => accepted.includes(s))) {
      right++;
    } else {
      const what = `${key} runs as ${told}, reported as ${said.join(" and ")}`;
      misses.push({ part: "columns", kind: "wrong", what });
    }
  }
  for (const [key, { table, said }] of found) {
    if (truths.some((t) => t.has(key)) || ignored.has(key) || ignored.has(`${table}.*`)) continue;
    misses.push({ part: "columns", kind: "extra", what: `${key}: ${said.join()}` });
  }
  return { misses, score: { wanted: asked, right } };
}

function unnamed(inspected: Inspected, stated: Stated): Miss[] {
  const files = new Set(stated.unresolved.flatMap((u) => (u.file === undefined ? [] : [u.file])));
  return [...files]
    .filter((file) => !inspected.unresolved.some((u) => u.file === file))
    .map((file) => ({ part: "unresolved", kind: "missed", what: `nothing named in ${file}` }));
}
