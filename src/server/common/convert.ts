import {
  type CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { Plan } from "../../core/edits/plan";
import type { FileReport } from "../../core/project/fileReport";
import { type Finding, type Severity, severities } from "../../core/rules/finding";
import { range } from "../../core/text/range";
import { shownFindings } from "./shownFindings";

const severityNumbers = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** What is published of a file. @param least severities below it are left out. */
export function diagnosticsOf(
  report: FileReport,
  least: Severity,
  documentation: string | undefined,
): Diagnostic[] {
  const shown = shownFindings(report).filter(
    ({ severity }) => severities.indexOf(severity) <= severities.indexOf(least),
  );
  return [
    ...shown.map((finding) => diagnosticOf(finding, documentation)),
    ...report.errors.map(unreadDiagnostic),
  ];
}

/** Says at the top of a document why it is not judged. */
function unreadDiagnostic(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source: "backend-spec",
    message,
  };
}

/** A finding as LSP has it. @param documentation URI of the folder with the rules' pages. */
export function diagnosticOf(finding: Finding, documentation: string | undefined): Diagnostic {
  const hasPage = documentation !== undefined && finding.rule !== "invalid-config";
  return {
    range: finding.range,
    severity: severityNumbers[finding.severity],
    source: "backend-spec",
    code: finding.rule,
    ...(hasPage && { codeDescription: { href: `${documentation}/${finding.rule}.md` } }),
    message: finding.message,
    ...(finding.rule === "unused-suppression" && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: finding.related.map(({ location, message }) => ({ location, message })),
  };
}

/**
 * A plan as LSP has it.
 * @param versionOf the version of an open document, `null` for one that is not open.
 * @param confirmation why the editor should show the edits of existing files before it makes them.
 */
export function workspaceEditOf(
  plan: Plan,
  versionOf: (uri: string) => number | null,
  confirmation?: string,
): WorkspaceEdit {
  const creations = plan.creations.flatMap(
    ({ uri, content }): (CreateFile | TextDocumentEdit)[] => [
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: range(0, 0, 0, 0), newText: content }],
      },
    ],
  );
  const note = confirmation === undefined ? {} : { annotationId: "confirm" };
  const edits = plan.edits.map(
    (edit): TextDocumentEdit => ({
      textDocument: { uri: edit.uri, version: versionOf(edit.uri) },
      edits: edit.edits.map((text) => ({ ...text, ...note })),
    }),
  );
  return {
    documentChanges: [...creations, ...edits],
    ...(confirmation !== undefined && {
      changeAnnotations: { confirm: { label: confirmation, needsConfirmation: true } },
    }),
  };
}
