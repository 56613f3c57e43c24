import { t } from "../l10n";
import { closestType } from "./diagramTypes";
import { type MermaidError, readMermaidError } from "./mermaidError";
import type { Trouble } from "./outcome";
import { parsedLines } from "./sourceLines";

const MAX_EXCERPT = 80;

/** Says in plain words, and at its line inside the fence, why Mermaid refused a source. */
export function explain(source: string, error: unknown): Trouble {
  const problem = readMermaidError(error);
  const lines = source.split(/\r\n?|\n/);
  const line = lineOf(problem, source, lines);
  const excerpt = lines[line]?.trim() ?? "";
  const about = problem.kind === "syntax" ? excerpt : "";
  return {
    source,
    line,
    message: wordsFor(problem, source, excerpt),
    excerpt: about === "" ? undefined : shortened(about),
  };
}

/** A trouble of our own making, at the first line. */
export function trouble(source: string, message: string): Trouble {
  return { source, line: 0, message, excerpt: undefined };
}

function lineOf(problem: MermaidError, source: string, lines: readonly string[]): number {
  const lastWritten = Math.max(
    0,
    lines.findLastIndex((line) => line.trim() !== ""),
  );
  if (problem.kind === "frontMatter") {
    const opening = lines.findIndex((line) => line.trim() === "---");
    return Math.min(Math.max(0, opening) + (problem.line ?? 0), lastWritten);
  }
  const parsed = parsedLines(source, typeWord(source));
  const first = parsed[0] ?? 0;
  if (problem.kind === "unknownType") return Math.min(first, lastWritten);
  if (problem.line !== undefined) {
    return Math.min(parsed[problem.line - 1] ?? lastWritten, lastWritten);
  }
  // Errors of meaning name no line: look for the words they name.
  const named = problem.found?.trim() || /\["?([^\]"]+)"?\]|\("(.+)"\)/.exec(problem.message)?.[1];
  const place = named ? lines.findLastIndex((line) => line.includes(named)) : -1;
  return place >= 0 ? place : Math.min(first, lastWritten);
}

function wordsFor(problem: MermaidError, source: string, excerpt: string): string {
  switch (problem.kind) {
    case "unknownType":
      return unknownType(source);
    case "frontMatter":
      return t(": the front matter is not YAML: {0}", problem.message);
    case "syntax":
      return syntax(problem, excerpt);
    case "other":
      return other(problem.message);
  }
}

function unknownType(source: string): string {
  const word = typeWord(source);
  if (word === "") return t(": this diagram is empty");
  const close = closestType(word);
  return close
    ? t(": “{0}” is not a type of diagram that Mermaid knows; did you mean “{1}”?", word, close)
    : t(": “{0}” is not a type of diagram that Mermaid knows", shortened(word));
}

function other(message: string): string {
  const edges = /Edge limit exceeded\. \d+ edges found, but the limit is (\d+)/.exec(message)?.[1];
  if (edges)
    return t(
      ": this diagram has more than {0} edges, the limit of the preview (setting backend-spec.preview.maxEdges)",
      edges,
    );
  return `: ${message}`;
}

const isEnd = (found: string) => found === "";
const isLineEnd = (found: string) => /^\s*\n\s*$/.test(found);

/** From the grammar's words to a reader's: the commonest slips by name, the rest by what was not expected. */
function syntax({ found, expected, message }: MermaidError, excerpt: string): string {
  const expects = (...tokens: readonly string[]) =>
    tokens.some((token) => expected.includes(token));
  if (found === undefined) return t("has something that Mermaid does not understand");
  const token = found.trim();
  const open = isEnd(token) && !isLineEnd(found);
  if (expected.length === 1 && expects("TXT")) return t("expects a message after the arrow");
  if (open && expects("SQE", "TEXT", "NODE_DEND")) {
    return t("opens a bracket or a quote that is not closed");
  }
  if (expects("STRUCT_STOP", "BLOCK_STOP") && open) return t("ends before a brace is closed");
  if (open && expects("end")) return t("ends before a block is closed: “end” is missing");
  if (token === "end") return t("has an “end” that closes nothing; as a name write “End”");
  if (expects("SQE", "PE") && expects("TEXT")) {
    return t("has “{0}” in a label: put the label in quotes", shortened(token));
  }
  if (expects("NODE_STRING") && !expects("SEMI")) return t("expects a node after the arrow");
  if (expects("START_LINK", "LINK") && token === "-") return t("expects an arrow such as “-->”");
  if (expects("SOLID_ARROW")) return t("expects an arrow such as “->>” after the name");
  if (expects("ZERO_OR_MORE")) return t("expects a cardinality such as “||” or “o{” on both sides");
  if (expects("ATTRIBUTE_WORD")) return t("expects a type and a name for each attribute");
  if (/^(Expecting|.*Expecting) 'taskData'/.test(message))
    return t("expects “: date” after the task");
  if (token === "" || isLineEnd(found)) return t("ends too early");
  return token === excerpt
    ? t("is not expected here")
    : t("does not expect “{0}”", shortened(token));
}

/** The first word that Mermaid would look at. */
function typeWord(source: string): string {
  const lines = source.split(/\r\n?|\n/);
  const first = parsedLines(source, "")[0];
  const line = first === undefined ? "" : (lines[first] ?? "");
  return (
    line
      .replace(/^.*}%%/, "")
      .trim()
      .split(/[\s:;({]/)[0] ?? ""
  );
}

function shortened(text: string): string {
  return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT - 1)}…` : text;
}
