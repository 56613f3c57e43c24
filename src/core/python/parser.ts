import { Parser, type Tree } from "web-tree-sitter";
import type { Range } from "../text/range";
import { assembleModule, type KeptReading, outlinedModule } from "./ast/assembleModule";
import { NamePool } from "./ast/convert/names";
import { withLineFeeds } from "./ast/lineBreaks";
import { type ParsedPython, parsedPython } from "./ast/parsed";
import { type Reading, TreeReader } from "./ast/read";
import { EditedOutline } from "./ast/recover/editedOutline";
import { StatementCache } from "./ast/statementCache";
import { loadGrammar } from "./ast/tree/runtime";

/**
 * Makes a parser of Python. The runtime is shared by all parsers of the program, so the bytes given first are used.
 * Rejects when they are not what `web-tree-sitter` and `tree-sitter-python` bring.
 * @param runtime the bytes of `web-tree-sitter.wasm`
 * @param language the bytes of `tree-sitter-python.wasm`
 */
export async function createPythonParser(
  runtime: Uint8Array,
  language: Uint8Array,
): Promise<PythonParser> {
  const grammar = await loadGrammar(runtime, language);
  const parser = new Parser();
  parser.setLanguage(grammar.language);
  return new PythonParser(parser, new TreeReader(grammar, new NamePool()));
}

/** Parses Python. It is not to be used by two at once, but has no state from one text to the next. */
export class PythonParser {
  constructor(
    private readonly parser: Parser,
    private readonly reader: TreeReader,
  ) {}

  /** Parses a text once. */
  read(text: string): ParsedPython {
    const normal = withLineFeeds(text);
    const reading = this.piece(normal, 0);
    return parsedPython(text, assembleModule(normal, reading, this.piece));
  }

  /** Parses a text that will be edited. */
  open(text: string): EditedPython {
    return new EditedPython(this, text);
  }

  /** @internal Parses a version of a text of which parts may be known. */
  readEdited(text: string, kept: KeptReading): ParsedPython {
    return parsedPython(text, outlinedModule(withLineFeeds(text), this.piece, kept));
  }

  /** Gives the parser's memory back. */
  delete(): void {
    this.parser.delete();
  }

  private readonly piece = (text: string, lines: number, original?: string): Reading => {
    const tree = this.tree(text);
    const reading = this.reader.read(tree.rootNode.id, { text, lines, original });
    tree.delete();
    return reading;
  };

  private tree(text: string): Tree {
    const tree = this.parser.parse(text);
    if (tree === null) throw new Error("The parser has no language.");
    return tree;
  }
}

/**
 * A text that is parsed again after each edit at a cost that goes with the size of what changed: the statements that it
 * had before are found by their lines. Tree-sitter's own way, an edit of its tree, takes long where a bracket is open,
 * as it is most of the time while somebody types. The AST of one version becomes part of the next, with other lines: once
 * `become` was called, do not use the old one.
 */
export class EditedPython {
  private readonly kept = { outline: new EditedOutline(), statements: new StatementCache() };
  private parsed: ParsedPython;

  /** @internal Made by `PythonParser.open`. */
  constructor(
    private readonly parser: PythonParser,
    public text: string,
  ) {
    this.parsed = parser.readEdited(text, this.kept);
  }

  get module(): ParsedPython["module"] {
    return this.parsed.module;
  }

  get comments(): ParsedPython["comments"] {
    return this.parsed.comments;
  }

  get errors(): readonly Range[] {
    return this.parsed.errors;
  }

  /** Changes the text into another one. */
  become(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.kept.statements.renew();
    this.parsed = this.parser.readEdited(text, this.kept);
  }
}
