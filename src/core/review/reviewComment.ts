import type { Review, ReviewPlace, ReviewSection } from "./review";
import { counted, countsText, reviewMarkdown } from "./reviewMarkdown";

/** By this a comment is found again, to be updated. */
export const commentMark = "<!-- backend-spec review -->";

/** What GitHub takes in one comment, in characters, with room for its own. */
const mostCharacters = 60_000;

/**
 * A review as a comment on a pull request: ten lines at most, and the rest folded.
 * @param linkOf the address of a place, where there is one to open
 */
export function reviewComment(
  review: Review,
  linkOf: (place: Pick<ReviewPlace, "path" | "line">) => string | undefined = () => undefined,
): string {
  const { redFlags, antiPatterns, style, contract, summary } = review;
  const place = ({ path, line }: ReviewPlace): string => {
    const address = linkOf({ path, line });
    return address === undefined ? `\`${path}:${line}\`` : `[${path}:${line}](${address})`;
  };
  const breaking = contract?.filter((change) => change.breaking) ?? [];
  const worst = [...redFlags, ...antiPatterns, ...style].slice(0, 4).map(sectionLine(place));
  const lines = [
    `**Backend review:** ${countsText(summary.severities).toLowerCase()}${contractText(review, breaking.length)}.`,
    ...breaking.slice(0, 3).map(({ name, kind, details }) => {
      const what = details.find((one) => one.breaking)?.what;
      return `- breaking: \`${name}\` ${what ?? kind}`;
    }),
    ...worst,
  ];
  const isQuiet = worst.length === 0 && (contract?.length ?? 0) === 0;
  const report = withLinks(reviewMarkdown(review).replace(/^# .*\n\n/, ""), linkOf);
  const folded = isQuiet
    ? ""
    : `\n\n<details><summary>The whole review</summary>\n\n${cut(report)}\n\n</details>`;
  return `${commentMark}\n${lines.join("\n")}${folded}\n`;
}

function contractText({ contract }: Review, breaking: number): string {
  if (contract === null || contract.length === 0) return "";
  return `; ${counted(contract.length, "change")} of the contract, ${breaking} breaking`;
}

function sectionLine(place: (one: ReviewPlace) => string) {
  return ({ title, rule, count, severity, entries }: ReviewSection): string => {
    const [first] = entries[0]?.places ?? [];
    const more = count > 1 ? ` and ${count - 1} more` : "";
    return `- ${severity}: ${title} (\`${rule}\`)${first ? `, ${place(first)}` : ""}${more}`;
  };
}

/** Links of the report lead into the repository; in a comment they need a whole address. */
function withLinks(
  markdown: string,
  linkOf: (place: Pick<ReviewPlace, "path" | "line">) => string | undefined,
): string {
  return markdown.replace(
    /\[([^\]\n]+):(\d+)\]\([^)\n]+#L\d+\)/g,
    (whole, path: string, line: string) => {
      const address = linkOf({ path, line: Number(line) });
      return address === undefined ? whole : `[${path}:${line}](${address})`;
    },
  );
}

function cut(text: string): string {
  if (text.length <= mostCharacters) return text;
  const end = text.lastIndexOf("\n", mostCharacters);
  return `${text.slice(0, end)}\n\nThe rest is left out: a comment holds no more.`;
}
