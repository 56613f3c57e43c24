import type { ExplainedFinding, Explanation } from "../../core/project/explain";
import { printable } from "./paint";
import { placeOf } from "./place";
import { counted } from "./summary";

/** Most parts that are listed: beyond them nobody reads. */
const mostParts = 20;

/** `explain` for people. @param path as it is printed @param line from 1 */
export function explainText(
  rule: string,
  path: string,
  line: number,
  { refusal, activation, onLine, nearest, around, unresolved }: Explanation,
): string {
  if (refusal !== undefined) return `${rule} says nothing of ${path}: ${refusal}.\n`;
  const { severity, reason } = activation;
  const lines = [
    `${rule} is ${severity === undefined ? "off" : `on, as ${severity}`}: ${reason}.`,
    ...onLine.map((one) => `${outcome(one)}\n  ${placed(path, one)}`),
  ];
  if (onLine.length === 0) {
    lines.push(
      nearest === undefined
        ? `It finds nothing in ${path}.`
        : `It finds nothing on line ${line}. The nearest that it finds:\n  ${placed(path, nearest)}`,
    );
  }
  if (unresolved === undefined) return `${printable(lines.join("\n"))}\n`;
  const where = around ? `in ${around.name} (line ${around.line + 1})` : `on line ${line}`;
  lines.push(
    unresolved.length === 0
      ? `Everything that is called ${where} is resolved.`
      : `What the analysis does not know ${where}, where the rule may have to stay silent:`,
  );
  for (const { range, text, why } of unresolved.slice(0, mostParts)) {
    const { line: at, column } = placeOf(range);
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    lines.push(`  ${at}:${column} ${shown}, as it hangs on ${why}`);
  }
  const more = unresolved.length - mostParts;
  if (more > 0) lines.push(`  and ${counted(more, "part")} more`);
  return `${printable(lines.join("\n"))}\n`;
}

function outcome({ outcome: found }: ExplainedFinding): string {
  switch (found.is) {
    case "reported":
      return "It reports here:";
    case "baselined":
      return "It finds this, which the baseline knows:";
    case "suppressed":
      return `It finds this, which a comment silences (${found.reason || "without a reason"}):`;
    case "off":
      return "It would report here:";
  }
}

function placed(path: string, { finding: { range, message } }: ExplainedFinding): string {
  const { line, column } = placeOf(range);
  return `${path}:${line}:${column}: ${message}`;
}
