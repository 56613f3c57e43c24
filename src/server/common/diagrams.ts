import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { wholeOffers } from "../../core/diagrams/code/wholeOffers";
import { type Diagram, findDiagramsIn } from "../../core/diagrams/findDiagrams";
import { mayHoldRegions } from "../../core/diagrams/regions/staleRegions";
import { type FileDiagram, fileDiagrams, wholeDiagrams } from "./fileDiagrams";
import { diagramsParamsSchema, type PreviewOffers, previewOffersParamsSchema } from "./protocol";
import type { Workspace } from "./workspace";

/**
 * The Mermaid diagrams of an open document, or those that an open Python file yields, and those of the project that are asked
 * for; none of one that is not open. Waits for the scan where code is asked for. Throws for a request that does not fit.
 */
export async function diagramsIn(
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  params: unknown,
): Promise<readonly (Diagram | FileDiagram)[]> {
  const { uri, asked } = diagramsParamsSchema.parse(params);
  const document = documents.get(uri);
  if (document === undefined) return [];
  const isCode = document.languageId === "python";
  if (isCode || asked?.whole) await workspace.ready();
  const whole = asked?.whole ? wholeDiagrams(uri, asked.kind, workspace) : [];
  const own = isCode
    ? fileDiagrams(uri, workspace, asked?.whole ? undefined : asked)
    : findDiagramsIn(uri, document.getText());
  return [...own, ...whole];
}

/** What a preview of an open document can offer beside its diagrams. Throws for a request that does not fit. */
export async function previewOffersOf(
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  params: unknown,
): Promise<PreviewOffers> {
  const { uri } = previewOffersParamsSchema.parse(params);
  const document = documents.get(uri);
  await workspace.ready();
  return {
    whole: [...wholeOffers(workspace.projectOf(uri).code)],
    hasRegions: document?.languageId === "markdown" && mayHoldRegions(document.getText()),
  };
}
