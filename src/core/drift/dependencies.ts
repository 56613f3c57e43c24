import { callsIn } from "../behaviour/requestFlow";
import { ancestors } from "../evaluation/classes";
import { importedBy, moduleNamed } from "../project/importsReach";
import { isOpen, plain } from "../spec/document/cells";
import { rowBelow, withoutLines } from "../spec/document/fixEdits";
import type { SpecDocument } from "../spec/document/specDocument";
import type { SpecRow, SpecTable } from "../spec/document/specTable";
import type { DependencyFact } from "../spec/fromCode/facts";
import { classesNamed } from "./binding";
import { type DependencyKind, kindOf, mayReach } from "./dependencyKinds";
import { compareTimeout } from "./dependencyTimeouts";
import type { Difference } from "./difference";
import { homeOf, only, type Sides } from "./sides";
import { ofStatus, statusAt } from "./status";

/** What a spec calls a dependency, and what sort of thing that is. */
interface Named {
  readonly name: string;
  readonly kind: DependencyKind | undefined;
}

/** A row of the table of dependencies. */
interface Row extends Named {
  readonly row: SpecRow;
}

/** Compares the dependencies of a spec with what the code needs. */
export function compareDependencies(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const table = tableOf(spec);
  const rows = table === undefined ? [] : rowsOf(table);
  if (table === undefined || rows.length === 0) return [];
  const matches = new Map(
    rows.map((row) => [row, facts.dependencies.filter((one) => isMeant(row, one, rows))]),
  );
  const told = new Set([...matches.values()].flat());
  const compared = rows.map((row) => ({
    row,
    found: compareDependency(row, matches.get(row) ?? [], sides),
  }));
  const going = compared.flatMap(({ row, found }) =>
    found.some((one) => one.sides === "only spec") ? [row.row.row] : [],
  );
  return [
    ...compared.flatMap(({ found }) => found),
    ...facts.dependencies
      .filter((one) => !told.has(one))
      .map((one): Difference => {
        const cells = new Map([
          ["Dependency", one.name],
          ["Type", one.type],
        ]);
        return {
          kind: "dependency",
          sides: "only code",
          about: `the dependency ${one.name}`,
          range: table.table.header.range,
          place: one.uses[0] ?? homeOf(sides),
          edits: rowBelow(table.table, cells, spec, going),
        };
      }),
  ];
}

/** The dependencies that the table of a spec lists. */
export function dependencyRows(spec: SpecDocument): readonly Named[] {
  const table = tableOf(spec);
  return table === undefined ? [] : rowsOf(table);
}

function tableOf({ tables }: SpecDocument): SpecTable | undefined {
  return tables.find(({ holding }) => holding.columns.includes("Dependency"));
}

function rowsOf({ rows }: SpecTable): readonly Row[] {
  return rows.flatMap((row): readonly Row[] => {
    const cell = row.cell("Dependency");
    if (cell === undefined || isOpen(cell) || plain(cell.text) === "") return [];
    if (/^(?:none|n\/a|-+|—)$/i.test(cell.text)) return [];
    return [{ name: cell.text, kind: kindOf(cell.text, row.text("Type")), row }];
  });
}

function compareDependency(
  one: Row,
  facts: readonly DependencyFact[],
  sides: Sides,
): readonly Difference[] {
  const { spec } = sides;
  const { row, name } = one;
  const cell = row.cell("Dependency");
  if (cell === undefined) return [];
  const at = { kind: "dependency", about: `the dependency ${name}`, range: cell.range } as const;
  const [first] = facts;
  if (first !== undefined) {
    const place = first.uses[0] ?? homeOf(sides);
    const status = ofStatus({ ...at, place }, row.row.range, spec);
    if (status) return [status];
    const fact = only(facts);
    return fact ? compareTimeout({ ...at, place }, row, fact, sides) : [];
  }
  if (statusAt(row.row.range, spec) === "planned" || !isUnreachable(one, sides)) return [];
  const { line } = row.row.range.start;
  const edits = withoutLines(line, line, spec);
  return [{ ...at, sides: "only spec", place: homeOf(sides), edits }];
}

/** Whether what a picture or a table shows is what the code needs, by its name or by its sort. */
export function isDependencyOf(named: Named, fact: DependencyFact): boolean {
  return isMeant(named, fact, [named]);
}

/** Whether a row may be about something that the code needs: by its name, or by its sort where none has the name. */
function isMeant(row: Named, fact: DependencyFact, rows: readonly Named[]): boolean {
  if (isNamed(row, fact)) return true;
  if (fact.type === "Internal service") return false;
  return row.kind === kindOf(fact.name, fact.type) && !rows.some((one) => isNamed(one, fact));
}

/** `BookService` is what “Books”, “Book service” and “BookService (internal)” are about. */
function isNamed({ name, kind }: Named, { name: given, type }: DependencyFact): boolean {
  const [said, own] = [plain(name.replace(/\([^)]*\)/g, "")), plain(given)];
  if (said === own || said.includes(own) || (said.length > 2 && own.includes(said))) return true;
  if (type !== "Internal service" || (kind !== "service" && kind !== undefined)) return false;
  return given
    .split(".")
    .map((part) => plain(part.replace(/Service$/, "").replace(/_service$/, "")).replace(/s$/, ""))
    .some((stem) => stem.length > 2 && stem !== "service" && said.includes(stem));
}

/** Whether nothing that the code imports leads to a dependency. */
export function isUnreachable({ name, kind }: Named, { files, code, facts }: Sides): boolean {
  if (kind === undefined) return false;
  const reached = [...new Set(files.flatMap((path) => [path, ...importedBy(path, code)]))];
  if (kind === "service") {
    if (!/^\p{Lu}[\p{L}\p{N}]+$/u.test(name)) return false;
    const isIn = (path: string): boolean => code.run(path).scope.names.has(name);
    const defined = classesNamed(name, code);
    // A service that is no class of the project may be another process.
    if (defined.length === 0) {
      return (
        !facts.dependencies.some(({ type }) => type === "External service") &&
        !mayReach("outside", name, importsIn(reached, code))
      );
    }
    // An implementation is reached by what it implements.
    const names = new Set(
      defined.flatMap((of) => ancestors(of).flatMap((one) => (one.kind === "class" ? [one] : []))),
    );
    const isShown = facts.endpoints.some(({ flow }) =>
      callsIn(flow.steps).some(({ from, to }) => from === name || to === name),
    );
    return (
      !isShown &&
      !files.some(isIn) &&
      ![...names].some((one) => one.name !== name && reached.includes(one.path))
    );
  }
  return !mayReach(kind, name, importsIn(reached, code));
}

/** The modules outside of the project that files import. */
function importsIn(paths: readonly string[], code: Sides["code"]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    for (const one of code.outlineOf(path).flatMap(({ imports }) => imports)) {
      if (one.level === 0 && code.resolve(moduleNamed(one, path, code), path) === undefined) {
        found.add(one.module);
      }
    }
  }
  return [...found];
}
