import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../../edits/plan";
import type { MarkdownDocument } from "../../markdown/document";
import type { CodeBase } from "../../project/codeBase";
import type { Range } from "../../text/range";
import type { CodeDiagram } from "../code/codeDiagram";
import { codeDiagrams } from "../code/codeDiagrams";
import { type DiagramRegion, findRegions } from "./findRegions";

/** A region that does not hold what the code says, or cannot. */
export interface StaleRegion {
  /** The comment that opens it. */
  readonly range: Range;
  readonly message: string;
  /** What brings it up to date; `undefined` where that is not known. */
  readonly edit: TextEdit | undefined;
}

/** Whether a text may hold regions at all. */
export function mayHoldRegions(text: string): boolean {
  return /<!--\s*backend-spec:\s*diagram\b/.test(text);
}

/** The regions of a document that differ from the code. */
export function staleRegions(
  document: TextDocument,
  markdown: MarkdownDocument,
  code: CodeBase,
): readonly StaleRegion[] {
  const text = document.getText();
  return findRegions(text, markdown).flatMap((region): readonly StaleRegion[] => {
    if ("problem" in region) {
      return [{ range: region.opening, message: region.problem, edit: undefined }];
    }
    const made = codeDiagrams(region, code);
    if ("problem" in made) {
      return [{ range: region.opening, message: made.problem, edit: undefined }];
    }
    const range: Range = {
      start: { line: region.first, character: 0 },
      end: { line: region.end, character: 0 },
    };
    const wanted = regionText(made, region, /\r\n|\r|\n/.exec(text)?.[0] ?? "\n");
    if (document.getText(range) === wanted) return [];
    const message =
      region.first === region.end
        ? "This diagram is not made yet."
        : "This diagram is not what the code says any more.";
    return [{ range: region.opening, message, edit: { range, newText: wanted } }];
  });
}

/** Diagrams as the lines of a region, each with a fence, several with their titles. */
function regionText(
  diagrams: readonly CodeDiagram[],
  { prefix }: DiagramRegion,
  lineBreak: string,
): string {
  const blocks = diagrams.map(({ title, text }) => [
    ...(diagrams.length > 1 ? [`**${title}**`, ""] : []),
    "```mermaid",
    ...text.split("\n"),
    "```",
  ]);
  const lines = blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
  return lines.map((line) => `${`${prefix}${line}`.trimEnd()}${lineBreak}`).join("");
}
