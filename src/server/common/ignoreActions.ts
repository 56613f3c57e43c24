import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { fingerprint } from "../../core/edits/fingerprint";
import type { Finding } from "../../core/rules/finding";
import { rangesTouch } from "../../core/text/range";
import { diagnosticOf, workspaceEditOf } from "./convert";
import type { Workspace } from "./workspace";

/** The light bulb's offers to silence the findings at a place by a comment, each rule once. */
export async function ignoreActions(
  document: TextDocument,
  findings: readonly Finding[],
  { range, context }: CodeActionParams,
  workspace: Workspace,
): Promise<CodeAction[]> {
  if (context.only?.every((kind) => !CodeActionKind.QuickFix.startsWith(kind))) return [];
  const project = workspace.projectOf(document.uri);
  const path = project.pathOf(document.uri);
  if (path === undefined) return [];
  const here = findings.filter((finding) => rangesTouch(finding.range, range));
  const actions: CodeAction[] = [];
  for (const finding of new Map(here.map((one) => [one.rule, one])).values()) {
    const edit = await project.ignoreEdit(path, finding);
    if (edit === undefined) continue;
    const basis = fingerprint(document.getText());
    const change = { uri: document.uri, basis, edits: [edit] };
    const plan = { title: "", creations: [], edits: [change] };
    actions.push({
      title: `Ignore ${finding.rule} here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, undefined)],
      edit: workspaceEditOf(plan, () => document.version),
    });
  }
  return actions;
}
