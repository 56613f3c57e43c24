import type { TextDocument } from "vscode-languageserver-textdocument";
import type { PythonParser, PythonTree } from "../python/parser";
import type { ParsedPython } from "../python/pythonFile";

/** The parsed texts of open documents: each edit parses again only what it touched. */
export class ParsedDocuments {
  private readonly byUri = new Map<string, PythonTree>();

  constructor(private readonly parser: PythonParser) {}

  /** The document as it is now, parsed. The AST of an earlier version must not be used any more. */
  parse(document: TextDocument): ParsedPython {
    const known = this.byUri.get(document.uri);
    const text = document.getText();
    const tree = known ?? this.parser.parse(text);
    if (known !== undefined && known.text !== text) {
      tree.become(text);
      tree.reparse();
    }
    this.byUri.set(document.uri, tree);
    return tree;
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.byUri.get(uri)?.delete();
    this.byUri.delete(uri);
  }
}
