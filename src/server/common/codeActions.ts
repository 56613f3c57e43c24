import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from "vscode-languageserver-protocol";
import { fixFindings, safelyFixable } from "../../core/edits/fixAll";
import type { FileReport } from "../../core/project/fileReport";
import type { Finding } from "../../core/rules/finding";
import { rangesTouch } from "../../core/text/range";
import { diagnosticOf, workspaceEditOf } from "./convert";
import { shownFindings } from "./shownFindings";

/** The kind under which fix-on-save asks for all safe fixes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.backend-spec`;

/** What the offers are made of. */
export interface Offers {
  /** What the rules say of the document. */
  readonly report: FileReport;
  /** The version of an open document, `null` for one that is not open. */
  readonly versionOf: (uri: string) => number | null;
  /** URI of the folder with the rules' pages. */
  readonly documentation: string | undefined;
  /** Whether the editor can show an edit before it makes it. */
  readonly canConfirm: boolean;
}

/** The light bulb's offers for a place of a document. */
export function codeActions(offers: Offers, { range, context }: CodeActionParams): CodeAction[] {
  const findings = shownFindings(offers.report);
  const wants = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => isWithin(kind, only));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findings.filter((finding) => finding.fix && rangesTouch(finding.range, range));
    actions.push(...here.flatMap((finding) => quickFix(offers, finding)));
    const rules = new Set(
      here.filter((finding) => finding.fix?.safety === "safe").map((f) => f.rule),
    );
    for (const rule of rules) actions.push(...fixAllOfRule(offers, rule));
  }
  if (context.only?.some((only) => isWithin(fixAllKind, only))) {
    actions.push(...fixAllAction(offers));
  }
  return actions;
}

function isWithin(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}

function quickFix(offers: Offers, finding: Finding): CodeAction[] {
  if (finding.fix === undefined) return [];
  const isSafe = finding.fix.safety === "safe";
  const confirmation = isSafe || !offers.canConfirm ? undefined : finding.fix.title;
  const edit = changes(offers, [finding], confirmation);
  if (edit === undefined) return [];
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, offers.documentation)];
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

function fixAllOfRule(offers: Offers, rule: string): CodeAction[] {
  const same = safelyFixable(offers.report.findings.filter((finding) => finding.rule === rule));
  const edit = changes(offers, same);
  if (same.length < 2 || edit === undefined) return [];
  const title = `Fix all ${same.length} "${rule}" problems in this file`;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: same.map((finding) => diagnosticOf(finding, offers.documentation)),
      edit,
    },
  ];
}

function fixAllAction(offers: Offers): CodeAction[] {
  const edit = changes(offers, safelyFixable(offers.report.findings));
  return edit === undefined
    ? []
    : [{ title: "Fix all Backend Spec problems", kind: fixAllKind, edit }];
}

function changes(
  { report, versionOf }: Offers,
  findings: readonly Finding[],
  confirmation?: string,
): CodeAction["edit"] | undefined {
  const edits = fixFindings([{ ...report, findings }]).flat();
  if (edits.length === 0) return undefined;
  return workspaceEditOf({ title: "", creations: [], edits }, versionOf, confirmation);
}
