import { type Severity, severities } from "../rules/finding";
import { contractMarkdown } from "./contractMarkdown";
import type { Escalation, Review, ReviewEntry, ReviewPlace, ReviewSection } from "./review";

/** How many places of an entry, and entries of a section, stand in the report; the others are counted. */
const mostPlaces = 5;
const mostEntries = 12;

/** A review as a Markdown document. */
export function reviewMarkdown(review: Review): string {
  const { redFlags, antiPatterns, style, contract, escalations, notJudged } = review;
  const parts = [
    `# Backend review\n\n${summaryMarkdown(review)}`,
    part("Red flags", redFlags.map(section)),
    part("Anti-patterns", antiPatterns.map(section)),
    part("Style", style.length > 0 ? [styleMarkdown(style)] : []),
    contract === null ? "" : part("Contract", [contractMarkdown(contract)]),
    part("Escalations", escalations.length > 0 ? [escalationTable(escalations)] : []),
    part("Handoff Requests", escalations.map(handoff)),
    part("Not judged", notJudged.length > 0 ? [notJudgedMarkdown(notJudged)] : []),
  ];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}

/** The counts by severity, as `2 errors, 14 warnings`. */
export function countsText(counts: Readonly<Record<Severity, number>>): string {
  const said = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], severity === "info" ? "note" : severity));
  return said.length === 0 ? "No findings" : said.join(", ");
}

/** A number and what it counts. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** A link to a place, relative to where the report stands: the root. */
export function link({ path, line }: Pick<ReviewPlace, "path" | "line">): string {
  return `[${path}:${line}](${path.split("/").map(encodeURIComponent).join("/")}#L${line})`;
}

function summaryMarkdown({ summary, since }: Review): string {
  const { severities: counts, files, lines, endpoints, modules, profile, profileReason } = summary;
  const seen = [
    counted(files, "file"),
    counted(lines, "line"),
    counted(endpoints, "endpoint"),
    counted(modules, "module"),
  ].join(", ");
  const change =
    since === null
      ? ""
      : ` Only what changed since ${since} is reported: ${counted(summary.changedFiles ?? 0, "file")}.`;
  const under = profile === null ? "no profile" : `the profile ${profile}`;
  return `${countsText(counts)} in ${seen}.${change} Judged under ${under}: ${profileReason}.`;
}

function part(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? "" : `## ${title}\n\n${texts.join("\n\n")}`;
}

function section({ title, why, rule, severity, entries, count }: ReviewSection): string {
  const shown = entries.slice(0, mostEntries).map(entry);
  const left = entries.slice(mostEntries).reduce((sum, one) => sum + one.places.length, 0);
  const more = left > 0 ? [`- and ${counted(left, "more place")} (\`lint --select ${rule}\`)`] : [];
  const head = `### ${title}\n\n${why} *${severity}, ${counted(count, "finding")}, \`${rule}\`*`;
  return `${head}\n\n${[...shown, ...more].join("\n")}`;
}

function entry({ message, places, chain }: ReviewEntry): string {
  const lines = [
    `- ${places.slice(0, mostPlaces).map(link).join(", ")}${others(places)}: ${message}`,
  ];
  for (const station of chain) lines.push(`  - ${link(station)} ${station.message}`);
  return lines.join("\n");
}

function others(places: readonly ReviewPlace[]): string {
  return places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : "";
}

function styleMarkdown(style: readonly ReviewSection[]): string {
  const rows = style.map(({ rule, title, count, entries }) => {
    const places = entries.flatMap((one) => one.places);
    return `| ${count} | ${title} (\`${rule}\`) | ${places.slice(0, 3).map(link).join(", ")} |`;
  });
  return ["| findings | asks for | first places |", "|---|---|---|", ...rows].join("\n");
}

function escalationTable(escalations: readonly Escalation[]): string {
  const rows = escalations.map(({ signal, role, to, why, places }) => {
    const first = places.slice(0, 3).map(link).join(", ");
    return `| ${signal} | ${role} (${to}) | ${why} ${first}${places.length > 3 ? " …" : ""} |`;
  });
  return ["| Signal | Escalate To | Why here |", "|---|---|---|", ...rows].join("\n");
}

function handoff({ role, to, signal, task, places, needBack, blocks }: Escalation): string {
  const context = places.slice(0, 8).map((one) => `- ${link(one)} ${one.message}`);
  const more = places.length > 8 ? [`- and ${counted(places.length - 8, "more place")}`] : [];
  return [
    `### → ${role} (${to}): ${signal}`,
    "",
    `**Task:** ${task}`,
    "",
    "**Context from my analysis:**",
    "",
    ...context,
    ...more,
    "",
    `**I need back:** ${needBack}`,
    "",
    `**Blocks:** ${blocks ? "merging this" : "nothing; it can follow"}`,
  ].join("\n");
}

function notJudgedMarkdown(places: readonly ReviewPlace[]): string {
  const most = 20;
  const lines = places.slice(0, most).map((one) => `- ${link(one)} ${one.message}`);
  const more = places.length > most ? [`- and ${counted(places.length - most, "more place")}`] : [];
  return [
    "What is not known without running the code, so that silence is no praise:",
    "",
    ...lines,
    ...more,
  ].join("\n");
}
