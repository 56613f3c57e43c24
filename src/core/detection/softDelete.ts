import { backend as facade } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import { isDeletionMark, markTypes } from "./deletionFilters";
import { type Answer, counted, detected, isSameAnswer, tally, undetected } from "./detected";
import { fileUses } from "./fileUses";

/**
 * The column that marks a row as deleted: one that is named so and is a truth or a time. Of several the one that more
 * tables have; how queries filter by it is a reason.
 */
export function softDeleteColumn(backend: Backend, code: CodeBase): Answer<string> {
  return code.queries.get(
    `detected soft delete ${backend.folder}`,
    () => columnNow(backend, code),
    isSameAnswer,
  );
}

function columnNow(backend: Backend, code: CodeBase): Answer<string> {
  const tables = facade
    .tables(code)
    .tables.filter(({ place }) => isBelow(place.path, backend.root));
  if (tables.length === 0) return undetected("there are no tables");
  const marks = tally(
    tables.flatMap(({ columns }) =>
      columns
        .filter(({ name, attribute, type }) => {
          return (isDeletionMark(name) || isDeletionMark(attribute)) && markTypes.test(type);
        })
        .map(({ attribute }) => attribute),
    ),
  ).map(([name, count]) => ({ name, count, filters: filtersBy(name, backend, code) }));
  const [most, ...others] = marks.sort((a, b) => b.count - a.count || b.filters - a.filters);
  if (most === undefined) return undetected("no column is named like a mark of deletion");
  const { name, count, filters } = most;
  return detected(
    name,
    `it is a column of ${count} of ${counted(tables.length, "table")}`,
    filters === 0
      ? "no query filters by it"
      : `${counted(filters, "query")} ${filters === 1 ? "filters" : "filter"} by it`,
    ...others.map((one) => `${one.name} is a column of ${counted(one.count, "table")}`),
  );
}

function filtersBy(name: string, backend: Backend, code: CodeBase): number {
  return facade
    .runs(code)
    .filter(({ path }) => isBelow(path, backend.root))
    .reduce((sum, { path }) => sum + (fileUses(path, code).deletionFilters[name] ?? 0), 0);
}
