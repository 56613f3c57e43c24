import type { Statement } from "../../python/ast/nodes";
import { nameTable } from "../../text/nameTable";

/** What a docstring says of a function, part by part. */
export interface CodeDocstring {
  /** Its first paragraph, on one line. */
  readonly summary: string;
  /** By the names of the parameters, without stars. */
  readonly parameters: ReadonlyMap<string, DocumentedParameter>;
  readonly returns: string | undefined;
  /** By the names of the exceptions. */
  readonly raises: ReadonlyMap<string, string>;
}

export interface DocumentedParameter {
  readonly type: string | undefined;
  readonly text: string;
}

const headings: Readonly<Record<string, Part>> = nameTable({
  args: "parameters",
  arguments: "parameters",
  parameters: "parameters",
  params: "parameters",
  "keyword args": "parameters",
  "other parameters": "parameters",
  returns: "returns",
  return: "returns",
  yields: "returns",
  raises: "raises",
});
type Part = "parameters" | "returns" | "raises" | "other";

/** A line that begins a part: `Args:` of Google's form, `Parameters` above a line of hyphens of NumPy's. */
const googleHeading = /^([A-Z][A-Za-z ]*):$/;
/** `:param int key: its key`, https://www.sphinx-doc.org/en/master/usage/domains/python.html#info-field-lists */
const field = /^:(param|parameter|arg|argument|key|type|returns?|rtype|raises?)\b([^:]*):\s*(.*)$/;
const named = /^(\*{0,2}[\p{L}_][\p{L}\p{N}_.]*)\s*(?:\((.*?)\))?\s*:(?:\s+(.*))?$/u;
/** `key : int, optional`, or the name alone. */
const numpyNamed =
  /^(\*{0,2}[\p{L}_][\p{L}\p{N}_.]*(?:\s*,\s*\*{0,2}[\p{L}_][\p{L}\p{N}_]*)*)\s*(?::\s*(.*))?$/u;

/** Reads the docstring of a function or class, in the form of Google, NumPy or Sphinx. */
export function codeDocstring(body: readonly Statement[]): CodeDocstring {
  const reader = new DocstringReader();
  for (const line of linesOf(docstringOf(body))) reader.line(line);
  return reader.read();
}

/** The first paragraph of a docstring; empty where there is none. */
export function summaryOf(body: readonly Statement[]): string {
  return codeDocstring(body).summary;
}

/** The text of a docstring; empty where there is none. */
export function docstringOf(body: readonly Statement[]): string {
  const [first] = body;
  if (first?.nodeType !== "Expr" || first.value.nodeType !== "Constant") return "";
  const { value } = first.value;
  return typeof value === "string" ? value : "";
}

interface Line {
  readonly indent: number;
  readonly text: string;
  /** Whether hyphens stand below it. */
  readonly isUnderlined: boolean;
}

function linesOf(docstring: string): readonly Line[] {
  const all = docstring.trim().split("\n");
  return all.flatMap((line, index): Line[] => {
    const text = line.trim();
    if (/^-{3,}$/.test(text)) return [];
    const isUnderlined = text !== "" && /^\s*-{3,}\s*$/.test(all[index + 1] ?? "");
    return [{ indent: /^\s*/.exec(line)?.[0].length ?? 0, text, isUnderlined }];
  });
}

class DocstringReader {
  private readonly summary: string[] = [];
  private readonly parameters = new Map<string, { type: string | undefined; words: string[] }>();
  private readonly returns: string[] = [];
  private readonly raises = new Map<string, string[]>();
  private part: Part | undefined;
  private isNumpy = false;
  private indent: number | undefined;
  private isSummaryOver = false;
  /** Where the words of the next line go. */
  private words: string[] | undefined;

  line({ indent, text, isUnderlined }: Line): void {
    if (text === "") {
      if (this.summary.length > 0) this.isSummaryOver = true;
      return;
    }
    const given = field.exec(text);
    if (given) {
      this.field(given[1] ?? "", (given[2] ?? "").trim(), given[3] ?? "");
      return;
    }
    const heading = isUnderlined ? text : googleHeading.exec(text)?.[1];
    const part = heading === undefined ? undefined : headings[heading.toLowerCase()];
    if (heading !== undefined && (part !== undefined || isUnderlined || this.isSummaryOver)) {
      this.part = part ?? "other";
      this.isNumpy = isUnderlined;
      this.indent = undefined;
      this.words = undefined;
      return;
    }
    if (this.part === undefined) {
      if (this.words !== undefined) this.words.push(text);
      else if (!this.isSummaryOver) this.summary.push(text);
      return;
    }
    this.indent ??= indent;
    if (!this.isNumpy && indent < this.indent) this.part = "other";
    this.item(text, indent > this.indent);
  }

  read(): CodeDocstring {
    const joined = (words: readonly string[]): string =>
      words.join(" ").replace(/\s+/gu, " ").trim();
    return {
      summary: joined(this.summary),
      parameters: new Map(
        [...this.parameters].map(([name, { type, words }]) => [
          name,
          { type, text: joined(words) },
        ]),
      ),
      returns: joined(this.returns) || undefined,
      raises: new Map([...this.raises].map(([name, words]) => [name, joined(words)])),
    };
  }

  private item(text: string, isDeeper: boolean): void {
    if (this.part === "returns") {
      this.returns.push(text);
      return;
    }
    if (this.part === "other") return;
    const [, name, type, said = ""] =
      (this.isNumpy ? numpyNamed.exec(text) : named.exec(text)) ?? [];
    if (isDeeper || name === undefined) {
      this.words?.push(text);
      return;
    }
    for (const one of name.split(/\s*,\s*/)) this.start(one, type, this.isNumpy ? "" : said);
  }

  private start(name: string, type: string | undefined, said: string): void {
    const words = said === "" ? [] : [said];
    if (this.part === "raises") this.raises.set(name.split(".").at(-1) ?? name, words);
    else this.parameters.set(name.replace(/^\*+/, ""), { type, words });
    this.words = words;
  }

  private field(kind: string, given: string, said: string): void {
    this.isSummaryOver = true;
    this.part = undefined;
    const name = given.split(/\s+/).at(-1) ?? "";
    if (kind === "type") {
      const known = this.parameters.get(name);
      this.parameters.set(name, { type: said, words: known?.words ?? [] });
      this.words = [];
    } else if (/^returns?$/.test(kind)) {
      this.returns.push(said);
      this.words = this.returns;
    } else if (/^raises?$/.test(kind)) {
      this.part = "raises";
      this.start(name, undefined, said);
      this.part = undefined;
    } else if (kind !== "rtype" && name !== "") {
      const type = given.slice(0, -name.length).trim() || this.parameters.get(name)?.type;
      this.start(name, type, said);
    }
  }
}
