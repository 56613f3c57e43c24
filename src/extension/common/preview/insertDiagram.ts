import * as vscode from "vscode";
import { revealLine } from "./revealLine";

/**
 * Puts a first diagram at the end of a document, with its parts to be filled in.
 * @throws Error if the document is gone.
 */
export async function insertDiagram(uri: vscode.Uri): Promise<void> {
  const editor = await revealLine(uri, Number.MAX_SAFE_INTEGER);
  const { document } = editor;
  const last = document.lineAt(document.lineCount - 1);
  const gap = document.getText().trim() === "" ? "" : last.isEmptyOrWhitespace ? "\n" : "\n\n";
  // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of the snippet.
  const body = "flowchart LR\n    ${1:client}([${2:Client}]) --> ${3:api}[${4:API}]$0";
  const snippet = new vscode.SnippetString(`${gap}\`\`\`mermaid\n${body}\n\`\`\`\n`);
  await editor.insertSnippet(snippet, last.range.end);
}
