import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextChange } from "../python/ast/textChange";
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
      tree.edit(changeBetween(tree.text, text));
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

/** The one stretch in which two texts differ, as a change of the first. */
function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  // No position lies between the two characters of a line break.
  if (before[start - 1] === "\r") start--;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (before[before.length - same] === "\n") same--;
  const document = TextDocument.create("", "", 0, before);
  const end = before.length - Math.max(0, same);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    text: after.slice(start, after.length - Math.max(0, same)),
  };
}
