import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  MarkupKind,
  type Position,
} from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { explainConfigKey, suggestInConfig } from "../../core/config/assist";

/** Completion in `.backend-spec.yaml`. */
export function completeConfig(document: TextDocument, position: Position): CompletionItem[] {
  if (!isConfigDocument(document)) return [];
  return suggestInConfig(document.getText(), position).map(({ label, kind, description }) => ({
    label,
    kind: kind === "key" ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    insertText: kind === "key" ? `${label}: ` : label,
    ...(description !== undefined && { documentation: description }),
  }));
}

/** Hover over a key of `.backend-spec.yaml`. */
export function hoverConfig(document: TextDocument, position: Position): Hover | null {
  if (!isConfigDocument(document)) return null;
  const value = explainConfigKey(document.getText(), position);
  return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } };
}

function isConfigDocument({ uri }: TextDocument): boolean {
  return uri.endsWith("/.backend-spec.yaml");
}
