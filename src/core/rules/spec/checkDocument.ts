import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DiagramProblem } from "../../diagrams/check/diagramProblem";
import type { MarkdownDocument } from "../../markdown/document";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { ActivationContext } from "../activation";
import type { FileCheck } from "../checkFile";
import { compareFindings } from "../finding";
import { diagramRules, knownRules, specRules } from "../registry";
import { judgedRules, runRules } from "../runRules";
import { applyMarkdownSuppressions } from "../suppressions/markdown/applyMarkdown";

/** What is known of a document before rules are asked about it. */
export interface JudgedDocument {
  readonly document: TextDocument;
  /** `undefined` where it is a diagram itself. */
  readonly markdown: MarkdownDocument | undefined;
  /** With what is at the paths that it links to; `undefined` where it is no spec. */
  readonly spec: { readonly document: SpecDocument; exists(path: string): boolean } | undefined;
  /** What Mermaid says of its diagrams; `undefined` where it was not asked. */
  readonly problems?: readonly DiagramProblem[] | undefined;
}

/** Runs the rules that have something to ask of a document. */
export function checkDocument(judged: JudgedDocument, context: ActivationContext): FileCheck {
  const { document, markdown, spec, problems } = judged;
  const { config } = context;
  const ofSpec = runRules(
    spec === undefined ? [] : specRules,
    context,
    (rule, _options, report) => {
      if (spec !== undefined) {
        rule.check({ spec: spec.document, config, exists: spec.exists, report });
      }
    },
  );
  const ofDiagrams = runRules(
    problems === undefined ? [] : diagramRules,
    context,
    (rule, _options, report) => rule.check(problems ?? [], report),
  );
  const findings = [...ofSpec.findings, ...ofDiagrams.findings];
  const ran = new Set([...ofSpec.ran, ...ofDiagrams.ran]);
  const left =
    markdown === undefined
      ? { findings, suppressed: [] }
      : applyMarkdownSuppressions(
          findings,
          markdown,
          document,
          judgedRules(knownRules, ran, context),
        );
  return {
    findings: [...left.findings].sort(compareFindings),
    suppressed: left.suppressed,
    failures: [...ofSpec.failures, ...ofDiagrams.failures],
  };
}
