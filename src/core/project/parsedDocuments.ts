import type { TextDocument } from "vscode-languageserver-textdocument";
import type { EditedPython, PythonParser } from "../python/parser";
import type { ParsedPython } from "../python/pythonFile";

/** The parsed texts of open documents: each edit parses again only what it touched. */
export class ParsedDocuments {
  private readonly byUri = new Map<string, EditedPython>();

  constructor(private readonly parser: PythonParser) {}

  /** The document as it is now, parsed. The AST of an earlier version must not be used any more. */
  parse(document: TextDocument): ParsedPython {
    const text = document.getText();
    const known = this.byUri.get(document.uri) ?? this.parser.open(text);
    known.become(text);
    this.byUri.set(document.uri, known);
    return known;
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.byUri.delete(uri);
  }
}
