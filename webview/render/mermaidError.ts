/** What Mermaid's parsers say of an error, in one shape. Lines are one-based and count what the parser saw. */
export interface MermaidError {
  readonly kind: "unknownType" | "frontMatter" | "syntax" | "other";
  readonly line: number | undefined;
  /** The token that was not expected: its text, empty at the end of the diagram. */
  readonly found: string | undefined;
  /** The grammar's names of what was expected. */
  readonly expected: readonly string[];
  /** Mermaid's own words, on one line. */
  readonly message: string;
}

/** What the jison parsers attach to their errors. */
interface JisonHash {
  readonly text?: unknown;
  readonly loc?: { readonly first_line?: unknown };
  readonly expected?: unknown;
}

/** Reads an error of `mermaid.parse` or `mermaid.render`; takes anything that can be thrown. */
export function readMermaidError(error: unknown): MermaidError {
  const whole = error instanceof Error ? error.message : String(error);
  const message = whole.replace(/\s+/g, " ").trim().slice(0, 300);
  const base = { line: undefined, found: undefined, expected: [], message };
  const name = error instanceof Error ? error.name : "";
  if (name === "UnknownDiagramError") return { ...base, kind: "unknownType" };
  if (name === "YAMLException") {
    const line = /\((\d+):\d+\)/.exec(whole)?.[1];
    return {
      kind: "frontMatter",
      line: line === undefined ? undefined : Number(line),
      found: undefined,
      expected: [],
      message: whole.split("(")[0]?.trim() ?? message,
    };
  }
  if (whole.startsWith("Parsing failed")) return readChevrotain(whole, message);
  const hash = hashOf(error);
  const said = /^(?:Parse|Lexical) error on line (\d+)/.exec(whole)?.[1];
  if (said !== undefined) return readJison(Number(said), hash, whole, message);
  const text = typeof hash?.text === "string" ? hash.text : undefined;
  return { ...base, kind: "other", found: text };
}

/** The parsers of the older diagram types. */
function readJison(
  said: number,
  hash: JisonHash | undefined,
  whole: string,
  message: string,
): MermaidError {
  const found = typeof hash?.text === "string" ? hash.text : undefined;
  const first = hash?.loc?.first_line;
  const lexical = whole.startsWith("Lexical");
  // At the end of the text the line is that of the end; what stayed open began at the last token's first line.
  const line = found === "" && !lexical && typeof first === "number" ? first : said;
  const expected = Array.isArray(hash?.expected)
    ? hash.expected.map((token) => String(token).replaceAll("'", ""))
    : [];
  return { kind: "syntax", line, found: lexical ? undefined : found, expected, message };
}

/** The parsers of the newer ones, which say all in the message. */
function readChevrotain(whole: string, message: string): MermaidError {
  const line = /on line (\d+), column \d+/.exec(whole)?.[1];
  const found =
    /unexpected character: ->([\s\S]+?)<-/.exec(whole)?.[1] ??
    /but found:? [`']([\s\S]*?)[`']/.exec(whole)?.[1];
  const expected = [...whole.matchAll(/\[(\w+)\]|token of type '(\w+)'/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return {
    kind: "syntax",
    line: line === undefined ? undefined : Number(line),
    found,
    expected,
    message,
  };
}

function hashOf(error: unknown): JisonHash | undefined {
  if (typeof error !== "object" || error === null || !("hash" in error)) return undefined;
  const { hash } = error;
  return typeof hash === "object" && hash !== null ? hash : undefined;
}
