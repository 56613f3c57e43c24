import * as z from "zod";
import { isOpen } from "../../../spec/document/cells";
import { rowBelow } from "../../../spec/document/fixEdits";
import type { SpecDocument } from "../../../spec/document/specDocument";
import {
  type DefinedError,
  definedErrors,
  errorColumn,
  errorName,
  errorTable,
  isForeign,
  placeIn,
  sequencesIn,
  signatures,
} from "../../../spec/document/vocabulary";
import type { Range } from "../../../text/range";
import { defineSpecRule } from "../specRule";
import { contradictedBy } from "./statuses";

export const specErrorNotClassified = defineSpecRule({
  meta: {
    name: "spec-error-not-classified",
    summary: "List each error that is raised, with a status that fits it",
    rationale:
      "An error that the table of errors lacks is answered with whatever the framework makes of it. A status that says " +
      "something else than the error's name misleads every client.",
    area: "spec",
    source: "the format of specifications: Error Handling",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: {
      missing: "{error} has no row in {table}.",
      status: "{error} is answered with {status}; expected {expected}.",
      code: "“{status}” is no HTTP status.",
      diagram: "The diagram answers {error} with {shown}, its row says {status}.",
    },
  },
  check({ spec, report }) {
    const table = errorTable(spec);
    if (table === undefined) return;
    const errors = new Map(definedErrors(spec).map((error) => [error.name, error]));
    const reported = new Set<string>();
    for (const { name, range, status } of uses(spec)) {
      const known = errors.get(name);
      if (known === undefined) {
        // A row mends all its uses: the first one stands for them.
        if (reported.has(name)) continue;
        reported.add(name);
        const cells = new Map([[errorColumn(table), name]]);
        report({
          message: "missing",
          data: { error: name, table: table.part.section.heading.text },
          range,
          fix: { title: `Add a row for ${name}`, edits: rowBelow(table.table, cells, spec) },
        });
        continue;
      }
      const said = known.row.text("HTTP Status");
      if (status === undefined || !/^\d{3}$/.test(said) || said === status) continue;
      report({ message: "diagram", data: { error: name, shown: status, status: said }, range });
    }
    for (const error of errors.values()) {
      const wrong = wrongStatus(error);
      if (wrong !== undefined) report(wrong);
    }
  },
});

interface Use {
  readonly name: string;
  readonly range: Range;
  /** The status that stands beside it. */
  readonly status?: string | undefined;
}

/** The errors that signatures raise and diagrams show. */
function uses(spec: SpecDocument): Use[] {
  const raised = signatures(spec).flatMap(({ docstring }) =>
    docstring
      .filter(({ name }) => name === "Raises")
      .flatMap(({ items }) => items)
      // What stands there is an exception, whatever its name ends with.
      .filter(({ name }) => /^\p{Lu}\p{XID_Continue}*$/u.test(name) && !isNothing(name)),
  );
  const shown = sequencesIn(spec).flatMap(({ fence, sequence }) =>
    [...sequence.messages, ...sequence.notes].flatMap(({ textRange }): Use[] => {
      const { line, character } = textRange.start;
      const source = fence.content.split("\n")[line]?.slice(character) ?? "";
      const found = [...source.matchAll(errorName)];
      const [status] = /(?<!\d)[45]\d\d(?!\d)/.exec(source) ?? [];
      return found.map(({ 0: name, index }) => {
        const start = { line, character: character + index };
        const end = { line, character: start.character + name.length };
        return {
          name,
          range: placeIn(fence, { start, end }),
          status: found.length === 1 ? status : undefined,
        };
      });
    }),
  );
  return [...raised, ...shown].filter(({ name }) => !isForeign(name));
}

function isNothing(name: string): boolean {
  return /^(?:Nothing|None|N)$/i.test(name);
}

function wrongStatus({ name, row }: DefinedError) {
  const cell = row.cell("HTTP Status");
  if (cell === undefined || isOpen(cell) || /^(?:N\/A|none|-|—)$/i.test(cell.text))
    return undefined;
  const { text: status, range } = cell;
  const [code] = /^[1-5]\d\d(?!\d)/.exec(status) ?? [];
  if (code === undefined) return { message: "code", data: { status }, range } as const;
  const expected = contradictedBy(name, Number(code));
  if (expected === undefined) return undefined;
  return { message: "status", data: { error: name, status, expected }, range } as const;
}
