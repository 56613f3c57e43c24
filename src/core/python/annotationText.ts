import type { ConstantValue, Expression } from "./ast/nodes";

/**
 * The expression that an annotation in quotes stands for: `"list[User] | None"`. Annotations need names, attributes,
 * subscripts, `|` and constants only; `undefined` for anything else. All nodes stand where the string does.
 */
export function parseAnnotationText(
  text: string,
  place: Pick<Expression, "line" | "character" | "endLine" | "endCharacter">,
): Expression | undefined {
  const { line, character, endLine, endCharacter } = place;
  const parser = new AnnotationParser(text, { line, character, endLine, endCharacter });
  return parser.whole();
}

type Position = Pick<Expression, "line" | "character" | "endLine" | "endCharacter">;

const token = /\s*(?:([\p{L}_][\p{L}\p{N}_]*)|(-?\d+)|("[^"]*"|'[^']*')|(\.\.\.)|([[\],.|]))/uy;

class AnnotationParser {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(
    text: string,
    private readonly place: Position,
  ) {
    token.lastIndex = 0;
    let end = 0;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
      this.tokens.push(match[0].trim());
      end = token.lastIndex;
    }
    // What is left is nothing that an annotation has.
    if (text.slice(end).trim() !== "") this.tokens.length = 0;
  }

  whole(): Expression | undefined {
    const found = this.union();
    return this.at === this.tokens.length ? found : undefined;
  }

  private union(): Expression | undefined {
    let left = this.subscripted();
    while (left !== undefined && this.take("|")) {
      const right = this.subscripted();
      if (right === undefined) return undefined;
      left = { nodeType: "BinOp", left, op: "BitOr", right, ...this.place };
    }
    return left;
  }

  private subscripted(): Expression | undefined {
    let value = this.atom();
    while (value !== undefined) {
      if (this.take(".")) {
        const attr = this.tokens[this.at++] ?? "";
        value = { nodeType: "Attribute", value, attr, ctx: "Load", ...this.place };
      } else if (this.take("[")) {
        const slice = this.slice();
        if (slice === undefined) return undefined;
        value = { nodeType: "Subscript", value, slice, ctx: "Load", ...this.place };
      } else break;
    }
    return value;
  }

  private slice(): Expression | undefined {
    const elts: Expression[] = [];
    let isTuple = false;
    while (!this.take("]")) {
      const item = this.take("[") ? this.list() : this.union();
      if (item === undefined) return undefined;
      elts.push(item);
      if (this.take(",")) isTuple = true;
      else if (this.tokens[this.at] !== "]") return undefined;
    }
    const [only] = elts;
    if (only !== undefined && !isTuple) return only;
    return { nodeType: "Tuple", elts, ctx: "Load", ...this.place };
  }

  /** The parameters in `Callable[[int, str], None]`. */
  private list(): Expression | undefined {
    const elts: Expression[] = [];
    while (!this.take("]")) {
      const item = this.union();
      if (item === undefined) return undefined;
      elts.push(item);
      if (!this.take(",") && this.tokens[this.at] !== "]") return undefined;
    }
    return { nodeType: "List", elts, ctx: "Load", ...this.place };
  }

  private atom(): Expression | undefined {
    const next = this.tokens[this.at++];
    if (next === undefined || /^[[\],.|]$/.test(next)) return undefined;
    if (next === "...") return this.constant({ ellipsis: true });
    if (/^["']/.test(next)) return this.constant(next.slice(1, -1));
    if (/^-?\d/.test(next)) return this.constant(Number(next));
    if (next === "None") return this.constant(null);
    if (next === "True" || next === "False") return this.constant(next === "True");
    return { nodeType: "Name", id: next, ctx: "Load", ...this.place };
  }

  private constant(value: ConstantValue): Expression {
    return { nodeType: "Constant", value, kind: null, ...this.place };
  }

  private take(wanted: string): boolean {
    if (this.tokens[this.at] !== wanted) return false;
    this.at++;
    return true;
  }
}
