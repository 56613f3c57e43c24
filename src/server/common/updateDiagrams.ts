import type { TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { mayHoldRegions, staleRegions } from "../../core/diagrams/regions/staleRegions";
import { fingerprint } from "../../core/edits/fingerprint";
import { parseMarkdown } from "../../core/markdown/parseMarkdown";
import { workspaceEditOf } from "./convert";
import type { CommandResult } from "./protocol";
import type { Workspace } from "./workspace";

/** The edits that bring the diagrams of a document up to date with the code. */
export function diagramUpdates(document: TextDocument, workspace: Workspace): readonly TextEdit[] {
  const text = document.getText();
  if (document.languageId !== "markdown" || !mayHoldRegions(text)) return [];
  const { code } = workspace.projectOf(document.uri);
  return staleRegions(document, parseMarkdown(text), code).flatMap(({ edit }) => edit ?? []);
}

/** All diagrams of a document that are made of code, brought up to date in one step. */
export function updateDiagrams(
  document: TextDocument | undefined,
  workspace: Workspace,
): CommandResult {
  if (document === undefined) return { problem: "Open the Markdown file first." };
  if (!mayHoldRegions(document.getText())) {
    return { problem: "There is no <!-- backend-spec: diagram … --> in this document." };
  }
  const { uri, version } = document;
  const edits = diagramUpdates(document, workspace);
  if (edits.length === 0) return { problem: "All diagrams are what the code says." };
  const title = "Update diagrams from code";
  const basis = fingerprint(document.getText());
  const plan = { title, creations: [], edits: [{ uri, basis, edits }] };
  return { title, edit: workspaceEditOf(plan, () => version), files: [uri] };
}
