import type { TextEdit } from "../../edits/plan";
import type { Range } from "../../text/range";
import { closestType } from "./closestType";
import { type MermaidError, readMermaidError } from "./mermaidError";
import { type ParsedText, parsedText } from "./parsedText";

/** Why Mermaid does not take a diagram, at its place in the diagram. */
export interface DiagramProblem {
  readonly range: Range;
  /** In plain words, as one sentence. */
  readonly message: string;
  /** What mends it, where that is certain. */
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
}

/** The most of a diagram's own words that a message holds. */
const mostExcerpt = 60;

/** Says in plain words, and at its place, why Mermaid refused a source. @param source lines joined by `\n` */
export function explainRefusal(source: string, thrown: unknown): Omit<DiagramProblem, "fix"> {
  const error = readMermaidError(thrown);
  const lines = source.split("\n");
  const parsed = parsedText(source, typeWord(source));
  const range = rangeOf(error, lines, parsed);
  const line = lines[range.start.line]?.trim() ?? "";
  return { range, message: wordsFor(error, source, line) };
}

function rangeOf(error: MermaidError, lines: readonly string[], parsed: ParsedText): Range {
  const lastWritten = Math.max(
    0,
    lines.findLastIndex((line) => line.trim() !== ""),
  );
  const whole = (line: number): Range => {
    const text = lines[Math.min(line, lastWritten)] ?? "";
    const start = text.length - text.trimStart().length;
    const at = Math.min(line, lastWritten);
    const end = Math.max(text.trimEnd().length, start);
    return { start: { line: at, character: start }, end: { line: at, character: end } };
  };
  if (error.kind === "frontMatter") {
    const opening = lines.findIndex((line) => line.trim() === "---");
    return whole(Math.max(0, opening) + (error.line ?? 0));
  }
  const first = parsed.lineAt(0);
  if (error.kind === "unknownType") {
    const { start, end } = whole(first);
    const [word = ""] = (lines[start.line] ?? "").slice(start.character).split(/[\s:;({]/);
    const character = word === "" ? end.character : start.character + word.length;
    return { start, end: { ...end, character } };
  }
  if (error.line !== undefined) {
    const line = Math.min(error.line - 1, parsed.lineCount - 1);
    if (error.column === undefined) return whole(parsed.lineAt(line));
    const from = parsed.positionAt(line, error.column);
    const found = error.found?.trim().split("\n")[0] ?? "";
    const text = lines[from.line] ?? "";
    const at = text.indexOf(found, from.character);
    // The end of a line or of the text has nothing to point at: the line stands for it.
    if (found === "" || at < 0) return whole(from.line);
    const end = { line: from.line, character: at + found.length };
    return { start: { line: from.line, character: at }, end };
  }
  // Errors of meaning name no line: look for the words they name.
  const named = error.found?.trim() || /\["?([^\]"]+)"?\]|\("(.+)"\)/.exec(error.message)?.[1];
  const place = named ? lines.findLastIndex((line) => line.includes(named)) : -1;
  return whole(place >= 0 ? place : first);
}

function wordsFor(error: MermaidError, source: string, line: string): string {
  if (error.kind === "unknownType") return unknownType(source);
  if (error.kind === "frontMatter") return `The front matter is not YAML: ${error.message}.`;
  return error.kind === "syntax"
    ? `Mermaid cannot read this line: ${syntax(error, line)}.`
    : `Mermaid does not take this diagram: ${error.message}`;
}

function unknownType(source: string): string {
  const word = typeWord(source);
  if (word === "") return "This diagram is empty.";
  const close = closestType(word);
  const unknown = `“${shortened(word)}” is no type of diagram that Mermaid knows`;
  return close === undefined ? `${unknown}.` : `${unknown}; did you mean “${close}”?`;
}

const isLineEnd = (found: string): boolean => /^\s*\n\s*$/.test(found);

/** From the grammar's words to a reader's: the commonest slips by name, the rest by what was not expected. */
function syntax({ found, expected, message }: MermaidError, line: string): string {
  const expects = (...tokens: readonly string[]): boolean =>
    tokens.some((token) => expected.includes(token));
  if (found === undefined) return "it has something that Mermaid does not understand";
  const token = found.trim();
  const open = token === "" && !isLineEnd(found);
  if (expected.length === 1 && expects("TXT")) return "a message is missing after the arrow";
  if (open && expects("SQE", "TEXT", "NODE_DEND")) {
    return "a bracket or a quote is opened and not closed";
  }
  if (expects("STRUCT_STOP", "BLOCK_STOP") && open) return "a brace is opened and not closed";
  if (open && expects("end")) return "a block is not closed, “end” is missing";
  if (token === "end") return "“end” closes nothing here; as a name write “End”";
  if (expects("SQE", "PE") && expects("TEXT")) {
    return `“${shortened(token)}” stands in a label, which has to be in quotes then`;
  }
  if (expects("NODE_STRING") && !expects("SEMI")) return "a node is missing after the arrow";
  if (expects("START_LINK", "LINK") && token === "-") return "an arrow is written “-->”";
  if (expects("SOLID_ARROW")) return "an arrow such as “->>” is missing after the name";
  if (expects("ZERO_OR_MORE")) return "a cardinality such as “||” or “o{” is missing on a side";
  if (expects("ATTRIBUTE_WORD")) return "each attribute needs a type and a name";
  if (/^(Expecting|.*Expecting) 'taskData'/.test(message)) return "“: date” is missing";
  if (token === "" || isLineEnd(found)) return "it ends too early";
  return token === line ? "it is not expected here" : `“${shortened(token)}” is not expected`;
}

/** The first word that Mermaid would look at. */
export function typeWord(source: string): string {
  const line = source.split("\n")[parsedText(source, "").lineAt(0)] ?? "";
  const plain = line.replace(/^.*\}%%/, "").trim();
  return /^(?:%%|---$)/.test(plain) ? "" : (plain.split(/[\s:;({]/)[0] ?? "");
}

function shortened(text: string): string {
  return text.length > mostExcerpt ? `${text.slice(0, mostExcerpt - 1)}…` : text;
}
