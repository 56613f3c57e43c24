import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Diagram, findDiagramsIn } from "../../core/diagrams/findDiagrams";
import { diagramsParamsSchema } from "./protocol";

/** The Mermaid diagrams of an open document; none of one that is not open. Throws for a request that does not fit. */
export function diagramsIn(documents: TextDocuments<TextDocument>, params: unknown): Diagram[] {
  const { uri } = diagramsParamsSchema.parse(params);
  const document = documents.get(uri);
  return document === undefined ? [] : findDiagramsIn(uri, document.getText());
}
