import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type SnippetTextEdit,
} from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../../core/edits/plan";
import { silence } from "../../core/project/silence";
import type { Finding } from "../../core/rules/finding";
import { reasonPlaceholder } from "../../core/rules/suppressions/ignoreEdit";
import { rangesTouch } from "../../core/text/range";
import { diagnosticOf } from "./convert";
import type { Workspace } from "./workspace";

/**
 * The light bulb's offers to silence the findings at a place by a comment, each rule once.
 * @param canPlaceCursor whether the editor takes snippets, so that the reason can be typed at once.
 */
export async function ignoreActions(
  document: TextDocument,
  findings: readonly Finding[],
  { range, context }: CodeActionParams,
  workspace: Workspace,
  canPlaceCursor: boolean,
): Promise<CodeAction[]> {
  if (context.only?.every((kind) => !CodeActionKind.QuickFix.startsWith(kind))) return [];
  const project = workspace.projectOf(document.uri);
  const path = project.pathOf(document.uri);
  if (path === undefined) return [];
  const here = findings.filter((finding) => rangesTouch(finding.range, range));
  const actions: CodeAction[] = [];
  for (const finding of new Map(here.map((one) => [one.rule, one])).values()) {
    const edit = await silence(project, path, finding);
    if (edit === undefined) continue;
    actions.push({
      title: `Ignore ${finding.rule} here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, undefined)],
      edit: {
        documentChanges: [
          {
            textDocument: { uri: document.uri, version: document.version },
            edits: [canPlaceCursor ? asSnippet(edit) : edit],
          },
        ],
      },
    });
  }
  return actions;
}

/** An edit with the reason as the place where the cursor stands. */
function asSnippet({ range, newText }: TextEdit): SnippetTextEdit {
  const text = newText.replace(/[\\$}]/g, "\\$&");
  const at = text.lastIndexOf(reasonPlaceholder);
  const value =
    at < 0
      ? text
      : `${text.slice(0, at)}${"$"}{1:${reasonPlaceholder}}${text.slice(at + reasonPlaceholder.length)}`;
  return { range, snippet: { kind: "snippet", value } };
}
