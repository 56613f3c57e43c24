import type { FileReport } from "../project/fileReport";
import { type Finding, type Severity, severities } from "../rules/finding";
import { allRules } from "../rules/registry";
import type { RuleMeta } from "../rules/rule";
import { seedStatements } from "../rules/seedStatements";
import type { Review, ReviewEntry, ReviewPlace, ReviewSection } from "./review";

type Sections = Pick<Review, "redFlags" | "antiPatterns" | "style">;

const metas: ReadonlyMap<string, RuleMeta> = new Map(allRules.map(({ meta }) => [meta.name, meta]));
const rulesOf = (part: string): ReadonlySet<string> =>
  new Set(seedStatements[part]?.flatMap((statement) => statement.rules));
const redFlags = rulesOf("Red flags");
const antiPatterns = rulesOf("Anti-patterns");
/** Areas of which the rules that no list of the customer's names are about bugs. */
const bugAreas: ReadonlySet<string> = new Set([
  "errors",
  "data",
  "tasks",
  "routes",
  "configuration",
]);

/** In which part of the review a rule's findings stand. */
function partOf({ name, area, on }: RuleMeta): keyof Sections {
  if (redFlags.has(name)) return "redFlags";
  if (antiPatterns.has(name)) return "antiPatterns";
  if (on === "everywhere" && bugAreas.has(area)) return "redFlags";
  return area === "style" || area === "schemas" ? "style" : "antiPatterns";
}

/**
 * The findings of some files by the parts of a review, the worst and most frequent rules first.
 * @param placeOf the path that the review gives a file, by its URI
 */
export function sectionsOf(
  reports: readonly FileReport[],
  placeOf: (uri: string) => string,
): Sections {
  const found = new Map<string, { readonly uri: string; readonly finding: Finding }[]>();
  for (const { uri, findings } of reports) {
    for (const finding of findings) {
      const same = found.get(finding.rule);
      if (same === undefined) found.set(finding.rule, [{ uri, finding }]);
      else same.push({ uri, finding });
    }
  }
  const sections: Record<keyof Sections, ReviewSection[]> = {
    redFlags: [],
    antiPatterns: [],
    style: [],
  };
  for (const [rule, all] of found) {
    const meta = metas.get(rule);
    const section = {
      rule,
      title: meta?.summary ?? rule,
      why: meta?.rationale ?? "",
      severity: worstOf(all.map(({ finding }) => finding.severity)),
      count: all.length,
      entries: entriesOf(all, placeOf),
    };
    sections[meta === undefined ? "antiPatterns" : partOf(meta)].push(section);
  }
  for (const part of Object.values(sections)) part.sort(compareSections);
  return sections;
}

function compareSections(a: ReviewSection, b: ReviewSection): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.count - a.count ||
    (a.rule < b.rule ? -1 : 1)
  );
}

function worstOf(found: readonly Severity[]): Severity {
  return severities.find((severity) => found.includes(severity)) ?? "hint";
}

/** Findings whose chain ends at the same place, or that say the same, have one cause. */
function entriesOf(
  all: readonly { readonly uri: string; readonly finding: Finding }[],
  placeOf: (uri: string) => string,
): readonly ReviewEntry[] {
  const entries = new Map<string, { -readonly [K in keyof ReviewEntry]: ReviewEntry[K] }>();
  for (const { uri, finding } of all) {
    const chain = finding.related.map(
      ({ location, message }): ReviewPlace => ({
        path: placeOf(location.uri),
        line: location.range.start.line + 1,
        message,
      }),
    );
    const end = chain.at(-1);
    const cause = end === undefined ? finding.message : `${end.path}:${end.line}`;
    const place = {
      path: placeOf(uri),
      line: finding.range.start.line + 1,
      message: finding.message,
    };
    const known = entries.get(cause);
    if (known === undefined)
      entries.set(cause, { message: finding.message, places: [place], chain });
    else known.places = [...known.places, place];
  }
  return [...entries.values()].sort((a, b) => b.places.length - a.places.length);
}
