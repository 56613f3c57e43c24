import type { Expression, FormattedValue, JoinedStr } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { dottedName } from "../../../python/scopes/build";

/** A text with named places, and what goes into them. */
export interface Template {
  readonly text: string;
  /** `name=expression`, as the arguments of `.format`; none when the text has no places. */
  readonly args: readonly string[];
  /** Whether it gives the same text for every value; `+` and `.format` differ for members of a string `Enum`. */
  readonly exact: boolean;
}

const keywords =
  /^(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;

/**
 * The template that says the same as an f-string or a concatenation: `f"Order {order.id!r}"` becomes
 * `Order {order_id!r}` with `order_id=order.id`. `undefined` for parts that `.format` would treat differently.
 */
export function templateOf(node: Expression, file: PythonFile): Template | undefined {
  const places = new Places(file);
  const text = node.nodeType === "JoinedStr" ? places.joined(node) : places.concatenated(node);
  return text === undefined ? undefined : { text, args: places.args(), exact: places.exact };
}

class Places {
  private readonly names = new Map<string, string>();
  private readonly entries: [source: string, name: string][] = [];
  exact = true;

  constructor(private readonly file: PythonFile) {}

  args(): string[] {
    return this.entries.map(([source, name]) => `${name}=${source}`);
  }

  joined(node: JoinedStr): string | undefined {
    let text = "";
    for (const part of node.values) {
      if (part.nodeType === "Constant" && typeof part.value === "string")
        text += escapeBraces(part.value);
      else if (part.nodeType === "FormattedValue") text += this.place(part);
      else return undefined;
    }
    return text;
  }

  concatenated(node: Expression): string | undefined {
    const parts: Expression[] = [];
    let current = node;
    while (current.nodeType === "BinOp" && current.op === "Add") {
      parts.push(current.right);
      current = current.left;
    }
    parts.push(current);
    let text = "";
    for (const part of parts.reverse()) {
      if (part.nodeType === "Constant") {
        if (typeof part.value !== "string") return undefined;
        text += escapeBraces(part.value);
      } else if (part.nodeType === "JoinedStr") {
        const joined = this.joined(part);
        if (joined === undefined) return undefined;
        text += joined;
      } else {
        if (!isStrCall(part)) this.exact = false;
        text += `{${this.nameFor(part)}}`;
      }
    }
    return text;
  }

  private place(part: FormattedValue): string {
    const name = this.nameFor(part.value);
    const conversion = part.conversion === -1 ? "" : `!${String.fromCharCode(part.conversion)}`;
    const spec = part.format_spec === null ? "" : `:${this.spec(part.format_spec)}`;
    return `{${name}${conversion}${spec}}`;
  }

  private spec(spec: JoinedStr): string {
    return spec.values
      .map((part) => {
        if (part.nodeType === "FormattedValue") return this.place(part);
        return part.nodeType === "Constant" ? String(part.value) : "";
      })
      .join("");
  }

  /** The place's name for an expression; the same expression keeps its name. */
  private nameFor(value: Expression): string {
    const written = this.file.document.getText(rangeOf(value));
    const source = needsParentheses(value) ? `(${written})` : written;
    const known = this.names.get(source);
    // What is called twice is called twice afterwards, too.
    if (known !== undefined && dottedName(value) !== undefined) return known;
    const base = placeName(value);
    let name = keywords.test(base) ? `${base}_` : base;
    const taken = new Set(this.entries.map(([, name]) => name));
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
    this.entries.push([source, name]);
    this.names.set(source, name);
    return name;
  }
}

function escapeBraces(text: string): string {
  return text.replaceAll("{", "{{").replaceAll("}", "}}");
}

/** `str(…)`, whose result both ways of building a text treat alike. */
function isStrCall(node: Expression): boolean {
  return node.nodeType === "Call" && node.func.nodeType === "Name" && node.func.id === "str";
}

function needsParentheses({ nodeType }: Expression): boolean {
  return ["NamedExpr", "Yield", "YieldFrom", "GeneratorExp", "Tuple"].includes(nodeType);
}

/** `order.id` → `order_id`, `self.name` → `name`, `str(e)` → `e`, `data["key"]` → `data_key`; else `value`. */
function placeName(value: Expression): string {
  const parts = dottedName(value);
  if (parts !== undefined) {
    const own = parts.length > 1 && /^(self|cls)$/.test(parts[0] ?? "") ? parts.slice(1) : parts;
    return own.slice(-2).join("_").replace(/^_+/, "") || "value";
  }
  if (value.nodeType === "Call" && value.args.length === 1 && value.args[0]) {
    return placeName(value.args[0]);
  }
  if (value.nodeType === "Call") return placeName(value.func);
  if (value.nodeType === "Await") return placeName(value.value);
  if (value.nodeType === "Subscript" && value.slice.nodeType === "Constant") {
    const key = String(value.slice.value);
    if (/^[A-Za-z]\w*$/.test(key)) return `${placeName(value.value)}_${key}`;
  }
  return "value";
}
