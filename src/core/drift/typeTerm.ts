import { nameTable } from "../text/nameTable";
/** A type as it is written, read apart: a name with its arguments, alternatives, a literal's values. */
export type TypeTerm =
  | { readonly kind: "name"; readonly name: string; readonly args: readonly TypeTerm[] | undefined }
  | { readonly kind: "union"; readonly options: readonly TypeTerm[] }
  | { readonly kind: "literal"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly TypeTerm[] };

const token =
  /\s*(?:([\p{L}_][\p{L}\p{N}_.]*)|("[^"]*"|'[^']*')|(-?\d[\w.]*)|(\.\.\.|[[\],|()]))/uy;

/** The names that `typing` had for what Python has by itself since 3.9. */
const ownNames: Readonly<Record<string, string>> = nameTable({
  Dict: "dict",
  FrozenSet: "frozenset",
  List: "list",
  NoneType: "None",
  Set: "set",
  Tuple: "tuple",
  Type: "type",
});

/**
 * Reads a type as people write it in code and in tables: `uuid.UUID | None`, `Optional[UUID]`, `UUID or None`,
 * `list[Item]`, `Literal["a", "b"]`, `Annotated[int, …]` as `int`. Only the last part of a dotted name counts.
 * `undefined` for what is no type.
 */
export function readType(text: string): TypeTerm | undefined {
  const tokens = tokensOf(text.replace(/^`+|`+$/g, ""));
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new TypeReader(tokens);
  const term = reader.union();
  return reader.isAtEnd ? term : undefined;
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const found = token.exec(text);
    if (found === null) return undefined;
    tokens.push(found[0].trim());
  }
  return tokens;
}

class TypeReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  union(): TypeTerm | undefined {
    const options: TypeTerm[] = [];
    do {
      const term = this.term();
      if (term === undefined) return undefined;
      options.push(...(term.kind === "union" ? term.options : [term]));
    } while (this.took("|") || this.took("or"));
    const [only] = options;
    return options.length === 1 ? only : { kind: "union", options };
  }

  private term(): TypeTerm | undefined {
    const text = this.tokens[this.at++];
    if (text === undefined) return undefined;
    if (text === "...") return { kind: "name", name: "...", args: undefined };
    if (text === "[") {
      const items = this.items();
      return items && { kind: "list", items };
    }
    // What is not defined yet stands in quotes.
    if (/^["']/.test(text)) return readType(text.slice(1, -1));
    if (!/^[\p{L}_]/u.test(text)) return undefined;
    const last = text.slice(text.lastIndexOf(".") + 1);
    const name = ownNames[last] ?? last;
    if (!this.took("[")) return { kind: "name", name, args: undefined };
    if (name === "Literal") return this.literal();
    if (name === "Annotated") return this.annotated();
    const args = this.items();
    if (args === undefined) return undefined;
    const [first] = args;
    const none: TypeTerm = { kind: "name", name: "None", args: undefined };
    switch (name) {
      case "Optional":
        return { kind: "union", options: [...args.flatMap(optionsIn), none] };
      case "Union":
        return { kind: "union", options: args.flatMap(optionsIn) };
      case "Mapped":
        return first;
      default:
        return { kind: "name", name, args };
    }
  }

  /** Up to the closing bracket. */
  private items(): readonly TypeTerm[] | undefined {
    const items: TypeTerm[] = [];
    while (!this.took("]")) {
      const item = this.union();
      if (item === undefined) return undefined;
      items.push(item);
      if (!this.took(",") && this.tokens[this.at] !== "]") return undefined;
    }
    return items;
  }

  private literal(): TypeTerm | undefined {
    const values: string[] = [];
    for (;;) {
      const text = this.tokens[this.at++];
      if (text === undefined) return undefined;
      if (text === "]") return { kind: "literal", values };
      if (text !== ",") values.push(text.replace(/^["']|["']$/g, ""));
    }
  }

  /** The type in `Annotated[…]`; what is said of it is passed over. */
  private annotated(): TypeTerm | undefined {
    const type = this.union();
    let depth = 1;
    while (depth > 0) {
      const text = this.tokens[this.at++];
      if (text === undefined) return undefined;
      if (text === "[") depth++;
      if (text === "]") depth--;
    }
    return type;
  }

  private took(text: string): boolean {
    if (this.tokens[this.at] !== text) return false;
    this.at++;
    return true;
  }
}

/** The alternatives of a type; one that has none is its own. */
export function optionsIn(term: TypeTerm): readonly TypeTerm[] {
  return term.kind === "union" ? term.options : [term];
}
