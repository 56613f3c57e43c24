import type { CodePlace } from "../../behaviour/place";
import type { RuleMention } from "./mentions";
import type { RuleTrace } from "./traceability";

/** The most places that a cell names. */
const mostPlaces = 6;

/** The traceability matrix of a project as Markdown. @param linkOf the target of a link to a place */
export function matrixMarkdown(
  traces: readonly RuleTrace[],
  linkOf: (place: CodePlace) => string,
): string {
  const lines = ["# Traceability Matrix", "", summaryOf(traces)];
  const bySpec = new Map<string, RuleTrace[]>();
  for (const one of traces) bySpec.set(one.spec.path, [...(bySpec.get(one.spec.path) ?? []), one]);
  for (const [path, own] of bySpec) {
    lines.push(
      "",
      `## [${path}](${linkOf({ path, line: 1 })})`,
      "",
      "| ID | Rule | Implemented | Tested | Missing |",
      "| --- | --- | --- | --- | --- |",
      ...own.map((one) => rowOf(one, linkOf)),
    );
  }
  return `${lines.join("\n")}\n`;
}

function summaryOf(traces: readonly RuleTrace[]): string {
  if (traces.length === 0) {
    return "No spec of this project has business rules with IDs such as BR-001.";
  }
  const without = (what: RuleTrace["missing"][number]): number =>
    traces.filter((one) => one.status !== "planned" && one.missing.includes(what)).length;
  const rules = traces.length === 1 ? "1 rule" : `${traces.length} rules`;
  return `${rules}; ${without("implementation")} without code, ${without("test")} without a test.`;
}

function rowOf(
  { id, text, spec, status, implemented, tested, missing }: RuleTrace,
  linkOf: (place: CodePlace) => string,
): string {
  const shown = (places: readonly RuleMention[]): string => {
    const unique = [
      ...new Map(places.map((one) => [`${one.path} ${one.by || one.line}`, one])).values(),
    ];
    const links = unique
      .slice(0, mostPlaces)
      .map((one) => `[${one.by === "" ? `${one.path}:${one.line}` : one.by}](${linkOf(one)})`);
    const more = unique.length > mostPlaces ? [`and ${unique.length - mostPlaces} more`] : [];
    return [...links, ...more].join(", ") || "—";
  };
  const lack = status === "planned" ? "planned" : missing.join(", ");
  const cells = [
    `[${id}](${linkOf(spec)})`,
    text.replace(/(?<!\\)\|/g, "\\|") || "—",
    shown(implemented),
    shown(tested),
    lack,
  ];
  return `| ${cells.join(" | ")} |`.replace(/ {2}\|$/, " |");
}
