import { Edit, Parser, type Tree } from "web-tree-sitter";
import type { Range } from "../text/range";
import { assembleModule } from "./ast/assembleModule";
import { NamePool } from "./ast/convert/names";
import { type ParsedPython, parsedPython } from "./ast/parsed";
import { TreeReader } from "./ast/read";
import { StatementCache } from "./ast/statementCache";
import { EditableText, type TextChange, type TreeEdit } from "./ast/textChange";
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

  /** Parses a text that will be edited. */
  parse(text: string): PythonTree {
    return new PythonTree(this, text);
  }

  /** Parses a text once; nothing has to be freed. */
  read(text: string): ParsedPython {
    const { normal } = new EditableText(text);
    const tree = this.tree(normal);
    const parsed = this.parsed(tree, normal, text);
    tree.delete();
    return parsed;
  }

  /** Gives the parser's memory back. */
  delete(): void {
    this.parser.delete();
  }

  /** @internal The syntax tree of a text, which the caller frees. */
  tree(text: string, old?: Tree): Tree {
    const tree = this.parser.parse(text, old ?? null);
    if (tree === null) throw new Error("The parser has no language.");
    return tree;
  }

  /** @internal What a tree means. */
  parsed(tree: Tree, text: string, original: string, cache?: StatementCache): ParsedPython {
    const reading = this.reader.read(tree.rootNode.id, { text, lines: 0 }, cache);
    const module = assembleModule(text, reading, (...piece) => this.piece(...piece), cache);
    return parsedPython(original, module);
  }

  private piece(text: string, lines: number, original?: string) {
    const tree = this.tree(text);
    const reading = this.reader.read(tree.rootNode.id, { text, lines, original });
    tree.delete();
    return reading;
  }
}

/**
 * A text that has been parsed, and is parsed again after edits at a cost that goes with the size of what changed. The
 * AST of one version becomes part of the next, with other lines: once `reparse` was called, do not use the old one.
 */
export class PythonTree {
  private tree: Tree | undefined;
  private readonly cache = new StatementCache();
  private readonly document: EditableText;
  private parsed: ParsedPython;

  /** @internal Made by `PythonParser.parse`. */
  constructor(
    private readonly parser: PythonParser,
    text: string,
  ) {
    this.document = new EditableText(text);
    this.tree = parser.tree(this.document.normal);
    this.parsed = this.read(this.tree);
  }

  /** The text with all edits. */
  get text(): string {
    return this.document.text;
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

  /** Changes the text. The AST stays as it was until `reparse`. */
  edit(change: TextChange): void {
    this.tell(this.document.apply(change));
  }

  /** Changes the text into another one, as `edit` does. */
  become(text: string): void {
    if (text !== this.text) this.tell(this.document.become(text));
  }

  private tell(edit: TreeEdit | undefined): void {
    if (edit !== undefined) this.tree?.edit(new Edit(edit));
    else this.forget();
  }

  /** Parses the text as it is now. */
  reparse(): ParsedPython {
    const tree = this.parser.tree(this.document.normal, this.tree);
    this.tree?.delete();
    this.tree = tree;
    this.cache.renew();
    this.parsed = this.read(tree);
    return this.parsed;
  }

  /** Gives the memory of the tree back; the last AST stays. */
  delete(): void {
    this.forget();
  }

  private forget(): void {
    this.tree?.delete();
    this.tree = undefined;
  }

  private read(tree: Tree): ParsedPython {
    return this.parser.parsed(tree, this.document.normal, this.document.text, this.cache);
  }
}
