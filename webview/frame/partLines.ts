import type { DrawnPart } from "./parts";

/** How a type of diagram is written, as far as that says where its parts stand. */
interface Writing {
  /** What of a line cannot hold a name: labels, and words behind a colon. */
  readonly words: RegExp;
  /** Where a name is followed or led by what declares it; `NAME` stands for it. */
  readonly declared: string;
  /** What stands on the line of an edge. */
  readonly edge: RegExp;
}

const afterColon = /:.*$/;
const arrow = /--|\.\.|==|~~|<<|->|-[x)]/;

/** By Mermaid's own name for the type. */
const writings: Readonly<Record<string, Writing>> = {
  "flowchart-v2": {
    words: /"[^"]*"|\|[^|]*\||(?<=\[)[^\]]*(?=\])|(?<=\()[^)]*(?=\))|(?<=\{)[^}]*(?=\})/g,
    declared: "NAME\\s*(?:[\\[({>]|@\\{)|subgraph\\s+NAME",
    edge: /--|-\.|==|~~/,
  },
  sequence: {
    words: afterColon,
    declared: "^\\s*(?:create\\s+)?(?:participant|actor)\\s+NAME",
    edge: arrow,
  },
  stateDiagram: {
    words: afterColon,
    declared: "^\\s*state\\s.*NAME|^\\s*NAME\\s*$",
    edge: /-->/,
  },
  classDiagram: { words: afterColon, declared: "^\\s*class\\s+NAME", edge: arrow },
  er: { words: afterColon, declared: "^\\s*NAME\\s*(?:\\[.*\\])?\\s*\\{", edge: /--|\.\.|\bto\b/ },
};
const other: Writing = { words: /$^/, declared: "NAME", edge: arrow };

/** Lines that name participants beside messages. */
const noMessage =
  /^\s*(?:participant|actor|create|destroy|note|activate|deactivate|box|link|links|properties)\b/i;

/** For each part the zero-based line of the source that it stands on. Mermaid keeps no positions: names are looked up. */
export function findLines(
  source: string,
  type: string,
  parts: readonly DrawnPart[],
): readonly number[] {
  const writing = writings[type === "class" ? "classDiagram" : type] ?? other;
  const written = withoutComments(source);
  const lines = written.map((line) =>
    line.replace(writing.words, (words) => " ".repeat(words.length)),
  );
  const found: number[] = [];
  let lastEdge = -1;
  let lastNote = -1;
  for (const part of parts) {
    let at = -1;
    if (part.kind === "field")
      at = rowOf(part.names[0] ?? "", written, found[part.within ?? 0] ?? 0);
    if (part.kind === "node") at = declarationOf(part.names[0] ?? "", lines, writing);
    if (part.kind === "note") {
      at = lines.findIndex((line, index) => index > lastNote && /^\s*note\b/i.test(line));
      lastNote = Math.max(lastNote, at);
    }
    if (part.kind === "edge" || part.kind === "message") {
      // One message stands on a line; edges may share theirs.
      const from = part.kind === "message" ? lastEdge + 1 : Math.max(0, lastEdge);
      at = edgeOf(part.names, lines, writing, from);
      if (at >= 0) lastEdge = at;
    }
    found.push(at >= 0 ? at : otherwise(part, written, parts, found));
  }
  return found;
}

/** Where a part stands whose name in Mermaid's data is not that of the text: by its words, an edge with its end. */
function otherwise(
  { words, names }: DrawnPart,
  written: readonly string[],
  parts: readonly DrawnPart[],
  found: readonly number[],
): number {
  const at = words === "" ? -1 : written.findIndex((line) => line.includes(words));
  if (at >= 0) return at;
  const end = parts.findIndex((one) => one.kind === "node" && one.names[0] === names.at(-1));
  const line = found[end];
  if (line !== undefined) return line;
  const first = words.split(" ")[0] ?? "";
  return Math.max(0, first === "" ? 0 : written.findIndex((one) => one.includes(first)));
}

/** The lines of a source, empty where Mermaid reads nothing: front matter, directives, comments. */
function withoutComments(source: string): string[] {
  const blank = (text: string) => text.replace(/[^\n]/g, "");
  return source
    .replace(/\r\n?/g, "\n")
    .replace(/^\s*---\s*\n[\s\S]*?\n\s*---\s*(?=\n)/, blank)
    .replace(/%%\{[\s\S]*?\}%%/g, blank)
    .replace(/^[ \t]*%%.*$/gm, "")
    .split("\n");
}

function declarationOf(name: string, lines: readonly string[], { declared }: Writing): number {
  const word = wordPattern(name);
  const declaration = new RegExp(declared.replaceAll("NAME", word), "u");
  const at = lines.findIndex((line) => declaration.test(line));
  if (at >= 0) return at;
  const mention = new RegExp(word, "u");
  return lines.findIndex((line) => mention.test(line));
}

function edgeOf(
  names: readonly string[],
  lines: readonly string[],
  { edge }: Writing,
  from: number,
): number {
  const patterns = names.map(wordPattern);
  const inOrder = new RegExp(patterns.join(".*"), "u");
  const words = patterns.map((pattern) => new RegExp(pattern, "u"));
  const isEdge = (line: string) => edge.test(line) && !noMessage.test(line);
  const isIt = (line: string) => isEdge(line) && inOrder.test(line);
  const isLike = (line: string) => isEdge(line) && words.every((word) => word.test(line));
  const at = lines.findIndex((line, index) => index >= from && isIt(line));
  if (at >= 0) return at;
  const before = lines.findIndex(isIt);
  return before >= 0 ? before : lines.findIndex(isLike);
}

/** A line of a class or table: behind the one that declares it, up to the closing brace, else anywhere. */
function rowOf(name: string, lines: readonly string[], start: number): number {
  const word = new RegExp(wordPattern(name.split(" ").at(-1) ?? name), "u");
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim().startsWith("}")) break;
    if (word.test(line)) return at;
  }
  return lines.findIndex((line) => word.test(line));
}

function wordPattern(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`;
}
