import { isTestPath } from "../../project/testPaths";
import { replaced, rowBelow } from "../../spec/document/fixEdits";
import { withImported } from "../codeTexts";
import type { Difference } from "../difference";
import { homeOf, type Sides } from "../sides";
import { ofStatus, statusAt } from "../status";
import { mentionsOf, type RuleMention } from "./mentions";
import { type RuleRow, ruleRows, ruleTables } from "./ruleRows";

/**
 * Compares the business rules of a spec with those that its code and tests name. Where none of them is named at all, nobody
 * follows rules there, and nothing is asked.
 */
export function compareRules(sides: Sides): readonly Difference[] {
  const { spec, files, code } = sides;
  const rows = ruleRows(spec);
  if (rows.length === 0) return [];
  const own = files.flatMap((path) => mentionsOf(path, code));
  const inCode = withImported(files, code)
    .filter((path) => !isTestPath(path))
    .flatMap((path) => mentionsOf(path, code));
  const inTests = testPathsOf(sides).flatMap((path) => mentionsOf(path, code));
  const isNamed = (all: readonly RuleMention[]): boolean =>
    rows.some(({ id }) => all.some((one) => one.id === id));
  const asked = { code: isNamed(inCode), tests: isNamed(inTests) };
  return [
    ...rows.flatMap((row): readonly Difference[] => {
      const [named] = inCode.filter(({ id }) => id === row.id);
      const [tested] = inTests.filter(({ id }) => id === row.id);
      return compareRule(row, { named, tested, asked }, sides);
    }),
    ...unknownRules(rows, own, sides),
  ];
}

/** The files that hold the tests of the code. */
export function testPathsOf({ facts }: Pick<Sides, "facts">): readonly string[] {
  return [...new Set(facts.tests.map(({ path }) => path))];
}

interface Named {
  readonly named: RuleMention | undefined;
  readonly tested: RuleMention | undefined;
  readonly asked: { readonly code: boolean; readonly tests: boolean };
}

function compareRule(
  { id, range, row }: RuleRow,
  { named, tested, asked }: Named,
  sides: Sides,
): readonly Difference[] {
  const { spec } = sides;
  const at = { kind: "rule", about: `the rule ${id}`, range } as const;
  // A test may well come before what it asks for.
  const status = named && ofStatus({ ...at, place: named }, row.row.range, spec);
  if (status) return [status];
  if (statusAt(row.row.range, spec) !== "implemented") return [];
  if (named === undefined && asked.code) {
    // A rule is not taken back because nobody has written it yet.
    const [cell] = row.row.cells;
    const last = row.row.cells.at(-1) ?? cell;
    const end = last?.range.end ?? range.end;
    const lead = last?.source === "" ? "" : " ";
    const edits = replaced({ start: end, end }, `${lead}<!-- planned -->`);
    return [{ ...at, sides: "only spec", place: homeOf(sides), edits }];
  }
  if (tested === undefined && asked.tests) {
    const place = named ?? homeOf(sides);
    return [{ ...at, sides: "untested", place, edits: undefined }];
  }
  return [];
}

/** The rules that the code names by an ID of the spec's kind, and that the spec does not have. */
function unknownRules(
  rows: readonly RuleRow[],
  own: readonly RuleMention[],
  { spec }: Sides,
): readonly Difference[] {
  return ruleTables(spec).flatMap((table) => {
    const { ids } = table.holding;
    const missing = new Map<string, RuleMention>();
    for (const one of own) {
      const isOfTable = ids !== undefined && new RegExp(`^${ids}-\\d+$`).test(one.id);
      const isKnown = rows.some(({ id }) => id === one.id);
      if (isOfTable && !isKnown && !missing.has(one.id)) missing.set(one.id, one);
    }
    return [...missing].map(([id, place]): Difference => {
      const by = place.by === "" ? [] : [["Implementation", `\`${place.by}\``] as const];
      const cells = new Map([["ID", id], ...by]);
      return {
        kind: "rule",
        sides: "only code",
        about: `the rule ${id}`,
        range: table.table.header.range,
        place,
        edits: rowBelow(table.table, cells, spec),
      };
    });
  });
}
