import type { CodePlace } from "../behaviour/place";
import type { Difference, DriftKind } from "./difference";

const titles: Readonly<Record<DriftKind, string>> = {
  method: "Methods",
  error: "Errors",
  endpoint: "Endpoints",
  model: "Models",
  config: "Configuration",
  state: "States",
  event: "Events",
  dependency: "Dependencies",
  diagram: "Diagrams",
  rule: "Business rules",
};

/** What is compared, as the report names it. */
export interface Compared {
  /** The spec's path, and the code that it names. */
  readonly spec: string;
  readonly module: string;
  readonly differences: readonly Difference[];
}

/**
 * What a spec and its code say differently as Markdown, one section a kind.
 * @param linkOf the target of a link to a place
 */
export function comparisonMarkdown(
  { spec, module, differences }: Compared,
  linkOf: (place: CodePlace) => string,
): string {
  const link = (place: CodePlace): string => `[${place.path}:${place.line}](${linkOf(place)})`;
  const head = `[${spec}](${linkOf({ path: spec, line: 1 })}) and \`${module}\``;
  if (differences.length === 0) return `# Spec and code\n\n${head} say the same.\n`;
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  const lines = [
    "# Spec and code",
    "",
    `${head}: ${count}. Quick fixes at the places in the spec write what the code does.`,
  ];
  for (const [kind, title] of Object.entries(titles)) {
    const own = differences.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    lines.push("", `## ${title}`, "", "| What | Spec | Code |", "| --- | --- | --- |");
    for (const one of own) {
      const inSpec = link({ path: spec, line: one.range.start.line + 1 });
      const [said, does] = sidesOf(one);
      const cells = [
        sentence(one.about),
        `${said} (${inSpec})`,
        `${does} (${link(one.place)})`,
      ].map((cell) => cell.replace(/(?<!\\)\|/g, "\\|"));
      lines.push(`| ${cells.join(" | ")} |`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function sidesOf({ sides, said }: Difference): readonly [string, string] {
  switch (sides) {
    case "only spec":
      return ["there", "missing"];
    case "only code":
      return ["missing", "there"];
    case "untested":
      return ["there", "no test names it"];
    case "planned":
      return ["planned", "there already"];
    case "deprecated":
      return ["deprecated", "still there"];
    case "both":
      return said === undefined
        ? ["other", "other"]
        : [`${said.part} \`${said.spec}\``, `${said.part} \`${said.code}\``];
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
