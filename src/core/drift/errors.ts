import { ancestors, memberOf } from "../evaluation/classes";
import { type ClassV, textOf } from "../evaluation/value";
import { plain } from "../spec/document/cells";
import { setCell } from "../spec/document/edit";
import { rowBelow, withoutLines } from "../spec/document/fixEdits";
import {
  type DefinedError,
  definedErrors,
  errorColumn,
  errorName,
  errorTable,
  isForeign,
} from "../spec/document/vocabulary";
import type { ErrorFact } from "../spec/fromCode/facts";
import type { Difference } from "./difference";
import { raisedNames } from "./raisedNames";
import { homeOf, only, type Sides } from "./sides";
import { ofStatus, statusAt } from "./status";

/** Compares the table of errors with the errors that leave the code, and with what they are answered with. */
export function compareErrors(sides: Sides): readonly Difference[] {
  const { spec } = sides;
  const table = errorTable(spec);
  const all = definedErrors(spec);
  if (table === undefined || all.length === 0) return [];
  // What is not called an error is a person's word for one: only its status says something.
  const rows = all.filter(({ name }) => new RegExp(`^${errorName.source}$`, "u").test(name));
  const matched = matchRows(rows, sides);
  return [
    ...rows.flatMap((row) => compareError(row, matched.get(row) ?? [], sides)),
    ...undocumented(all, matched, sides),
  ];
}

type Matched = ReadonlyMap<DefinedError, readonly ErrorFact[]>;

/** The errors of the code that each row is about: those of its class, and of several rows of one class those it tells of. */
function matchRows(rows: readonly DefinedError[], sides: Sides): Matched {
  return new Map(
    rows.map((row) => {
      const own = sides.facts.errors.filter(({ name }) => name === row.name);
      const isOnly = rows.filter(({ name }) => name === row.name).length === 1;
      if (isOnly && !isGeneric(row.name)) return [row, own];
      const told = own.filter((one) => tellsOf(row, one));
      if (told.length > 0) return [row, told];
      const status = statusIn(row);
      return [row, own.filter((one) => one.status !== undefined && one.status === status)];
    }),
  );
}

/** Whether a class stands for any error, which its status alone tells apart. */
function isGeneric(name: string): boolean {
  return /^(?:HTTPException|Exception|HTTPError)$/.test(name);
}

/** Whether a row names the text of an error: as its first column, as its code, or in its response. */
function tellsOf({ row }: DefinedError, { detail }: ErrorFact): boolean {
  if (detail === undefined) return false;
  const text = plain(detail);
  return [row.text("Error"), row.text("Error Code")].some(
    (one) => one !== "" && plain(one) === text,
  );
}

function statusIn({ row }: DefinedError): number | undefined {
  const [code] = /^[1-5]\d\d(?!\d)/.exec(row.text("HTTP Status")) ?? [];
  return code === undefined ? undefined : Number(code);
}

function compareError(
  error: DefinedError,
  facts: readonly ErrorFact[],
  sides: Sides,
): readonly Difference[] {
  const { spec } = sides;
  const { name, cell, row } = error;
  const [first] = facts;
  if (first === undefined) return neverRaised(error, sides);
  const at = {
    kind: "error",
    about: `the error ${name}`,
    range: cell.range,
    place: first,
  } as const;
  const ofRow = ofStatus(at, row.row.range, spec);
  if (ofRow) return [ofRow];
  return [...otherStatus(error, facts, at), ...otherCode(error, at, sides)];
}

type Headline = Pick<Difference, "kind" | "about" | "range" | "place">;

function otherStatus(
  error: DefinedError,
  facts: readonly ErrorFact[],
  at: Headline,
): readonly Difference[] {
  const status = statusIn(error);
  const cell = error.row.cell("HTTP Status");
  const known = new Set(facts.map((one) => one.status));
  if (status === undefined || cell === undefined || known.has(undefined) || known.has(status))
    return [];
  const code = [...known].join(" or ");
  const said = { part: "HTTP status", spec: String(status), code };
  const one = only([...known]);
  const edits =
    one === undefined ? undefined : { replacements: [setCell(cell, String(one))], insertions: [] };
  return [{ ...at, sides: "both", range: cell.range, said, edits }];
}

/** The names that classes of errors give their codes. */
const codeAttributes = ["code", "error_code"];

function otherCode(
  { name, row }: DefinedError,
  at: Headline,
  { names }: Sides,
): readonly Difference[] {
  const cell = row.cell("Error Code");
  const of = names.classNamed(name);
  if (cell === undefined || of === undefined || !/^\w+$/.test(cell.text)) return [];
  const values = codeAttributes.flatMap(
    (attribute) => textOf(memberOf(of, attribute)?.value) ?? [],
  );
  const code = only(values);
  if (code === undefined || code === cell.text) return [];
  const edits = { replacements: [setCell(cell, code)], insertions: [] };
  const said = { part: "error code", spec: cell.text, code };
  return [{ ...at, sides: "both", range: cell.range, said, edits }];
}

/** The statuses that frameworks, middleware and dependencies answer with, whatever a service does. */
const fromElsewhere: ReadonlySet<number> = new Set([
  401, 403, 405, 413, 415, 422, 429, 500, 502, 503, 504,
]);

function neverRaised(error: DefinedError, sides: Sides): readonly Difference[] {
  const { spec, facts, names } = sides;
  const { name, cell, row } = error;
  const status = statusIn(error);
  if (isGeneric(name)) {
    // Without a status nobody can tell which error is meant; a status that some error has is that error's.
    if (status === undefined || fromElsewhere.has(status)) return [];
    if (facts.errors.length === 0 || facts.errors.some((one) => one.status === status)) return [];
  } else if (isForeign(name) || facts.errors.some((one) => isKindOf(one, name, sides))) return [];
  const of = names.classNamed(name);
  if (!isGeneric(name) && isRaised(name, sides)) return [];
  if (statusAt(row.row.range, spec) === "planned") return [];
  const { start } = row.row.range;
  const place = of ? { path: of.path, line: of.node.nameLine + 1 } : homeOf(sides);
  const about = isGeneric(name) ? `the error ${name} ${status}` : `the error ${name}`;
  const edits = withoutLines(start.line, start.line, spec);
  return [{ kind: "error", sides: "only spec", about, range: cell.range, place, edits }];
}

/** Whether any code raises a class, or one below it. */
function isRaised(name: string, { code, names }: Sides): boolean {
  const raised = raisedNames(code);
  return raised.has(name) || [...raised].some((one) => isBelow(names.classNamed(one), name));
}

/** Whether an error of the code is of a class, or of one below it. */
function isKindOf({ name }: ErrorFact, of: string, { names }: Sides): boolean {
  return name === of || isBelow(names.classNamed(name), of);
}

function isBelow(of: ClassV | undefined, name: string): boolean {
  return of !== undefined && ancestors(of).some((one) => one.kind === "class" && one.name === name);
}

/** The errors of the code that a caller sees, and that no row is about. */
function undocumented(
  rows: readonly DefinedError[],
  matched: Matched,
  sides: Sides,
): readonly Difference[] {
  const { spec, facts } = sides;
  const table = errorTable(spec);
  if (table === undefined) return [];
  const told = new Set([...matched.values()].flat());
  const found = new Map<string, ErrorFact>();
  for (const one of facts.errors) {
    const { name, status } = one;
    if (told.has(one) || status === undefined) continue;
    // A row of its status may be what a person calls it; a row of its class, or of one above it, is about it.
    const isCovered = rows.some((row) =>
      isGeneric(name) || isForeign(name)
        ? statusIn(row) === status
        : isKindOf(one, row.name, sides),
    );
    const key = isGeneric(name) ? `${name} ${status}` : name;
    if (!isCovered && !found.has(key)) found.set(key, one);
  }
  const { header } = table.table;
  return [...found].map(([key, one]): Difference => {
    const cells = new Map([
      [errorColumn(table), one.name],
      ["HTTP Status", String(one.status)],
      ...(one.detail === undefined ? [] : [["Error", one.detail] as const]),
    ]);
    const edits = rowBelow(table.table, cells, spec);
    return {
      kind: "error",
      sides: "only code",
      about: `the error ${key}`,
      range: header.range,
      place: one,
      edits,
    };
  });
}
