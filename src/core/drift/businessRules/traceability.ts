import type { CodePlace } from "../../behaviour/place";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { Status } from "../../spec/document/status";
import { targetAt } from "../../spec/fromCode/target";
import { testsOf } from "../../spec/fromCode/tests";
import { boundPath, moduleOf } from "../binding";
import { withImported } from "../codeTexts";
import { statusAt } from "../status";
import { mentionsOf, type RuleMention } from "./mentions";
import { type RuleRow, ruleRows } from "./ruleRows";

/** A spec of a project, by its path. */
export interface SpecAt {
  readonly path: string;
  readonly spec: SpecDocument;
}

/** A business rule with all that names it. */
export interface RuleTrace {
  readonly id: string;
  /** What it says; empty where nobody has written it. */
  readonly text: string;
  readonly spec: CodePlace;
  readonly status: Status;
  readonly implemented: readonly RuleMention[];
  readonly tested: readonly RuleMention[];
  readonly missing: readonly ("implementation" | "test")[];
}

/** Follows each rule of some specs through code and tests. @param all the specs of the project: an ID may stand in several */
export function traceRules(
  asked: readonly SpecAt[],
  all: readonly SpecAt[],
  code: CodeBase,
): readonly RuleTrace[] {
  return asked.flatMap((one) => {
    const scope = scopeOf(one, all, code);
    return ruleRows(one.spec).map((row) => {
      const found = scope.mentionsOf(row.id);
      return traceOf(row, one, found);
    });
  });
}

/** The places in code and tests that name a rule of a spec. */
export function mentionsOfRule(
  id: string,
  of: SpecAt,
  all: readonly SpecAt[],
  code: CodeBase,
): readonly RuleMention[] {
  return scopeOf(of, all, code).mentionsOf(id);
}

/** The specs that an ID in a file of code may mean: those of the code, or else the only one that has it. */
export function specsOfMention(
  id: string,
  path: string,
  all: readonly SpecAt[],
  code: CodeBase,
): readonly SpecAt[] {
  const having = all.filter(({ spec }) => ruleRows(spec).some((row) => row.id === id));
  const own = having.filter((one) => scopeOf(one, [], code).holds(path));
  return own.length > 0 || having.length > 1 ? own : having;
}

/** The code in which the IDs of a spec are looked for. */
interface Scope {
  holds(path: string): boolean;
  mentionsOf(id: string): readonly RuleMention[];
}

function scopeOf(of: SpecAt, all: readonly SpecAt[], code: CodeBase): Scope {
  const name = moduleOf(of.spec);
  const bound = name === undefined ? undefined : boundPath(name, code);
  const target = bound === undefined ? undefined : targetAt(bound, code);
  const files = target === undefined || "problem" in target ? [] : target.files;
  const tests =
    target === undefined || "problem" in target
      ? []
      : testsOf(target, code).map(({ path }) => path);
  const own = new Set([...withImported(files, code), ...tests]);
  return {
    holds: (path) => own.has(path),
    mentionsOf: (id) => {
      // An ID that only one spec has means the same everywhere.
      const isOnly = !all.some(
        (one) => one.path !== of.path && ruleRows(one.spec).some((row) => row.id === id),
      );
      const paths = all.length > 0 && isOnly ? code.paths : [...own];
      return paths.flatMap((path) => mentionsOf(path, code).filter((one) => one.id === id));
    },
  };
}

function traceOf(
  { id, text, range, row }: RuleRow,
  { path, spec }: SpecAt,
  mentions: readonly RuleMention[],
): RuleTrace {
  const isOfTests = ({ path: at, isTest }: RuleMention): boolean => isTest || isTestPath(at);
  const implemented = mentions.filter((one) => !isOfTests(one));
  const tested = mentions.filter(isOfTests);
  return {
    id,
    text,
    spec: { path, line: range.start.line + 1 },
    status: statusAt(row.row.range, spec),
    implemented,
    tested,
    missing: [
      ...(implemented.length === 0 ? (["implementation"] as const) : []),
      ...(tested.length === 0 ? (["test"] as const) : []),
    ],
  };
}
