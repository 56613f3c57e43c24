import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { fixFindings, safelyFixable } from "../../core/edits/fixAll";
import type { Finding } from "../../core/rules/finding";
import { rangesTouch } from "../../core/text/range";
import { diagnosticOf, workspaceEditOf } from "./convert";

/** The kind under which fix-on-save asks for all safe fixes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.backend-spec`;

/**
 * The light bulb's offers for a place of a document.
 * @param findings all of the document.
 * @param documentation URI of the folder with the rules' pages.
 */
export function codeActions(
  document: TextDocument,
  findings: readonly Finding[],
  { range, context }: CodeActionParams,
  documentation: string | undefined,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => isWithin(kind, only));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findings.filter((finding) => finding.fix && rangesTouch(finding.range, range));
    actions.push(...here.flatMap((finding) => quickFix(document, finding, documentation)));
    const rules = new Set(
      here.filter((finding) => finding.fix?.safety === "safe").map((f) => f.rule),
    );
    for (const rule of rules)
      actions.push(...fixAllOfRule(document, findings, rule, documentation));
  }
  if (context.only?.some((only) => isWithin(fixAllKind, only))) {
    actions.push(...fixAllAction(document, findings));
  }
  return actions;
}

function isWithin(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}

function quickFix(
  document: TextDocument,
  finding: Finding,
  documentation: string | undefined,
): CodeAction[] {
  const edit = changes(document, [finding]);
  if (edit === undefined || finding.fix === undefined) return [];
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, documentation)];
  const isSafe = finding.fix.safety === "safe";
  return [
    {
      title: isSafe ? finding.fix.title : `${finding.fix.title} (may change what the program does)`,
      kind: CodeActionKind.QuickFix,
      isPreferred: isSafe,
      diagnostics,
      edit,
    },
  ];
}

function fixAllOfRule(
  document: TextDocument,
  findings: readonly Finding[],
  rule: string,
  documentation: string | undefined,
): CodeAction[] {
  const same = safelyFixable(findings.filter((finding) => finding.rule === rule));
  const edit = changes(document, same);
  if (same.length < 2 || edit === undefined) return [];
  const title = `Fix all ${same.length} "${rule}" problems in this file`;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: same.map((finding) => diagnosticOf(finding, documentation)),
      edit,
    },
  ];
}

function fixAllAction(document: TextDocument, findings: readonly Finding[]): CodeAction[] {
  const edit = changes(document, safelyFixable(findings));
  return edit === undefined
    ? []
    : [{ title: "Fix all Backend Spec problems", kind: fixAllKind, edit }];
}

function changes(
  document: TextDocument,
  findings: readonly Finding[],
): CodeAction["edit"] | undefined {
  const fix = fixFindings(document, findings);
  if (fix === undefined) return undefined;
  const plan = { title: "", creations: [], edits: [fix] };
  return workspaceEditOf(plan, () => document.version);
}
