import { contractParts } from "../contract/contractChange";
import type { ReviewedChange } from "./review";
import { counted, link } from "./reviewMarkdown";
import { untouchedMarkdown } from "./untouchedSpecs";

/** How many routes are drawn. */
const mostSequences = 3;

const titles: Readonly<Record<ReviewedChange["part"], string>> = {
  endpoint: "Endpoints",
  schema: "Schemas",
  table: "Tables",
  setting: "Settings",
  task: "Tasks",
  event: "Events",
};

/** What changed for those outside, part by part; what breaks them first. */
export function contractMarkdown(changes: readonly ReviewedChange[]): string {
  if (changes.length === 0)
    return "Nothing that clients, databases, deployments or queues see has changed.";
  const breaking = changes.filter((change) => change.breaking).length;
  const head = `${counted(changes.length, "change")}, ${breaking === 0 ? "none of them breaking" : `${breaking} breaking`}.`;
  const parts = contractParts.flatMap((part) => {
    const own = changes.filter((change) => change.part === part);
    if (own.length === 0) return [];
    const sorted = own.toSorted((a, b) => Number(b.breaking) - Number(a.breaking));
    const told = sorted.filter((change) => !isOnlyOfSchemas(change));
    const folded = sorted.filter(isOnlyOfSchemas);
    const lines = [...told.map(changeMarkdown), ...(folded.length > 0 ? [foldedLine(folded)] : [])];
    return [`**${titles[part]}**\n\n${lines.join("\n")}`, ...sequences(told)];
  });
  return [head, ...parts, untouchedMarkdown(changes) ?? []].flat().join("\n\n");
}

/** What the first of the routes lead to now. */
function sequences(changes: readonly ReviewedChange[]): readonly string[] {
  const drawn = changes.filter(({ sequence }) => sequence !== null);
  const shown = drawn
    .slice(0, mostSequences)
    .map(({ name, sequence }) => `\`${name}\` now:\n\n\`\`\`mermaid\n${sequence}\n\`\`\``);
  const more = drawn.length - shown.length;
  const said = `The sequences of ${counted(more, "more route")} are left out: \`backend-spec diagram --kind sequence\` draws them.`;
  return more > 0 ? [...shown, said] : shown;
}

/** Whether an endpoint changes by nothing but what its schemas gained, which stands there. */
function isOnlyOfSchemas({ part, kind, breaking, details }: ReviewedChange): boolean {
  const isOfSchemas = details.every(({ schema }) => schema !== undefined);
  return part === "endpoint" && kind === "changed" && !breaking && isOfSchemas;
}

function foldedLine(changes: readonly ReviewedChange[]): string {
  const schemas = changes.flatMap(({ details }) => details.map(({ schema }) => `\`${schema}\``));
  const names = changes.map(({ name }) => `\`${name}\``).join(", ");
  return `- by what ${[...new Set(schemas)].join(", ")} gained: ${names}`;
}

function changeMarkdown(change: ReviewedChange): string {
  const { kind, name, breaking, details, specs, file, line } = change;
  // A file that is gone cannot be opened.
  const place = kind === "removed" ? `${file}` : link({ path: file, line });
  const mark = breaking ? "**breaking** " : "";
  const lines = [`- ${mark}\`${name}\` ${kind} (${place})`];
  for (const { what, breaking: breaks } of details) {
    lines.push(`  - ${breaks ? "**breaking** " : ""}${what}`);
  }
  if (specs.length > 0) {
    lines.push(`  - spoken of in ${specs.map((path) => `[${path}](${path})`).join(", ")}`);
  }
  return lines.join("\n");
}
