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
    if (part.kind === "field") {
      found.push(rowOf(part.names[0] ?? "", written, found, part.within));
    } else if (part.kind === "node") {
      found.push(declarationOf(part.names[0] ?? "", lines, writing));
    } else if (part.kind === "note") {
      const at = lines.findIndex((line, index) => index > lastNote && /^\s*note\b/i.test(line));
      lastNote = at < 0 ? lastNote : at;
      found.push(Math.max(0, at));
    } else {
      const isMessage = part.kind === "message";
      // One message stands on a line; edges may share theirs.
      const at = edgeOf(
        part.names,
        lines,
        writing,
        isMessage ? lastEdge + 1 : Math.max(0, lastEdge),
      );
      lastEdge = at < 0 ? lastEdge : at;
      found.push(Math.max(0, at));
    }
  }
  return found;
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
  return Math.max(
    0,
    lines.findIndex((line) => mention.test(line)),
  );
}

function edgeOf(
  names: readonly string[],
  lines: readonly string[],
  { edge }: Writing,
  from: number,
): number {
  const words = names.map((name) => new RegExp(wordPattern(name), "u"));
  const isIt = (line: string) =>
    edge.test(line) && !noMessage.test(line) && words.every((word) => word.test(line));
  const at = lines.findIndex((line, index) => index >= from && isIt(line));
  return at >= 0 ? at : lines.findIndex(isIt);
}

/** A line of a class or table: behind the one that declares it, up to the closing brace. */
function rowOf(
  name: string,
  lines: readonly string[],
  found: readonly number[],
  within = 0,
): number {
  const start = found[within] ?? 0;
  const word = new RegExp(wordPattern(name.split(" ").at(-1) ?? name), "u");
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.includes("}")) break;
    if (word.test(line)) return at;
  }
  return start;
}

function wordPattern(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`;
}
