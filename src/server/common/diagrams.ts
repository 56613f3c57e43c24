import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Diagram, findDiagramsIn } from "../../core/diagrams/findDiagrams";
import { type FileDiagram, fileDiagrams } from "./fileDiagrams";
import { diagramsParamsSchema } from "./protocol";
import type { Workspace } from "./workspace";

/**
 * The Mermaid diagrams of an open document, or those that an open Python file yields; none of one that is not open. Waits
 * for the scan where code is asked for. Throws for a request that does not fit.
 */
export async function diagramsIn(
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  params: unknown,
): Promise<readonly (Diagram | FileDiagram)[]> {
  const { uri, asked } = diagramsParamsSchema.parse(params);
  const document = documents.get(uri);
  if (document === undefined) return [];
  if (document.languageId !== "python") return findDiagramsIn(uri, document.getText());
  await workspace.ready();
  return fileDiagrams(uri, workspace, asked);
}
