import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../../edits/plan";
import type { MarkdownDocument } from "../../markdown/document";
import type { Position, Range } from "../../text/range";
import { type Diagram, diagramsOf, findDiagramsIn } from "../findDiagrams";
import type { DiagramChecker } from "./diagramChecker";
import type { DiagramProblem } from "./diagramProblem";

/**
 * Why Mermaid does not take the diagrams of a document, with places in the document.
 * @param markdown the document parsed; `undefined` where it is a diagram itself
 */
export async function findDiagramProblems(
  document: TextDocument,
  markdown: MarkdownDocument | undefined,
  checker: DiagramChecker,
): Promise<readonly DiagramProblem[]> {
  const diagrams =
    markdown === undefined
      ? findDiagramsIn(document.uri, document.getText())
      : diagramsOf(markdown);
  const found: DiagramProblem[] = [];
  for (const diagram of diagrams) {
    const problem = await checker.check(diagram.source);
    if (problem === undefined) continue;
    const { range, message, fix } = problem;
    found.push({
      message,
      range: placed(range, diagram, document),
      fix: fix && {
        title: fix.title,
        edits: fix.edits.map((edit): TextEdit => {
          return { range: placed(edit.range, diagram, document), newText: edit.newText };
        }),
      },
    });
  }
  return found;
}

/** The document's range of a range in a diagram; of an empty one the line that opens it. */
function placed(range: Range, diagram: Diagram, document: TextDocument): Range {
  if (diagram.source.trim() === "" && diagram.line < diagram.contentLine) {
    const start = { line: diagram.line, character: 0 };
    const text = document.getText({ start, end: { line: diagram.line + 1, character: 0 } });
    const character = text.length - text.trimStart().length;
    return { start: { ...start, character }, end: { ...start, character: text.trimEnd().length } };
  }
  const place = ({ line, character }: Position): Position => ({
    line: diagram.contentLine + line,
    character: (diagram.columns[line] ?? 0) + character,
  });
  return { start: place(range.start), end: place(range.end) };
}
