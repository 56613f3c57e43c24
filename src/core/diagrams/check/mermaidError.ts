/** What Mermaid's parsers say of an error, in one shape. Lines are one-based and count what the parser saw. */
export interface MermaidError {
  readonly kind: "unknownType" | "frontMatter" | "syntax" | "other";
  readonly line: number | undefined;
  /** Zero-based, in the line that the parser saw: from there on stands what was not expected. */
  readonly column: number | undefined;
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
  /** Of the last token that was expected. */
  readonly loc?: {
    readonly first_line?: unknown;
    readonly last_line?: unknown;
    readonly last_column?: unknown;
  };
  readonly expected?: unknown;
}

const nowhere = { line: undefined, column: undefined, found: undefined, expected: [] };

/** Reads an error of `mermaid.parse` or `mermaid.render`; takes anything that can be thrown. */
export function readMermaidError(error: unknown): MermaidError {
  const whole = error instanceof Error ? error.message : String(error);
  const message = whole.replace(/\s+/g, " ").trim().slice(0, 300);
  const name = error instanceof Error ? error.name : "";
  if (name === "UnknownDiagramError") return { ...nowhere, kind: "unknownType", message };
  if (name === "YAMLException") {
    const [, line, column] = /\((\d+):(\d+)\)/.exec(whole) ?? [];
    return {
      ...nowhere,
      kind: "frontMatter",
      line: line === undefined ? undefined : Number(line),
      column: column === undefined ? undefined : Number(column) - 1,
      message: whole.split("(")[0]?.trim() ?? message,
    };
  }
  if (whole.startsWith("Parsing failed")) return readChevrotain(whole, message);
  const hash = hashOf(error);
  const said = /^(?:Parse|Lexical) error on line (\d+)/.exec(whole)?.[1];
  if (said !== undefined) return readJison(Number(said), hash, whole, message);
  const text = typeof hash?.text === "string" ? hash.text : undefined;
  return { ...nowhere, kind: "other", found: text, message };
}

/** The parsers of the older diagram types. */
function readJison(
  said: number,
  hash: JisonHash | undefined,
  whole: string,
  message: string,
): MermaidError {
  const lexical = whole.startsWith("Lexical");
  const token = typeof hash?.text === "string" ? hash.text : undefined;
  const found = lexical ? pointedAt(whole) : token;
  const { first_line: first, last_line: last, last_column: behind } = hash?.loc ?? {};
  const expected = Array.isArray(hash?.expected)
    ? hash.expected.map((token) => String(token).replaceAll("'", ""))
    : [];
  // What ends too early is said of the line that it began on.
  const isEnd = found?.trim() === "";
  const line = isEnd && typeof first === "number" ? first : said;
  const column = typeof behind === "number" && last === said && !isEnd ? behind : 0;
  return {
    kind: "syntax",
    line,
    column: found === undefined ? undefined : column,
    found,
    expected,
    message,
  };
}

/** The word above the `^` of a message. */
function pointedAt(whole: string): string | undefined {
  const [, shown, dashes] = /\n(.*)\n(-*)\^/.exec(whole) ?? [];
  const word = /^\S+/.exec(shown?.slice(dashes?.length) ?? "")?.[0];
  return word?.replace(/\.\.\.$/, "");
}

/** The parsers of the newer ones, which say all in the message. */
function readChevrotain(whole: string, message: string): MermaidError {
  const [, line, column] = /on line (\d+), column (\d+)/.exec(whole) ?? [];
  const found =
    /unexpected character: ->([\s\S]+?)<-/.exec(whole)?.[1] ??
    /but found:? [`']([\s\S]*?)[`']/.exec(whole)?.[1];
  const expected = [...whole.matchAll(/\[(\w+)\]|token of type '(\w+)'/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return {
    kind: "syntax",
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column) - 1,
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
