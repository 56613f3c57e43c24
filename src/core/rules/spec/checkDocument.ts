import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Difference } from "../../drift/difference";
import type { MarkdownDocument } from "../../markdown/document";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { Location } from "../../text/range";
import type { ActivationContext } from "../activation";
import type { FileCheck } from "../checkFile";
import { compareFindings } from "../finding";
import { diagramRules, driftRules, knownRules, specRules } from "../registry";
import { judgedRules, runRules } from "../runRules";
import { applyMarkdownSuppressions } from "../suppressions/markdown/applyMarkdown";
import type { KnownDiagrams } from "./diagramRule";
import { staleDiagram } from "./stale-diagram/rule";

/** What is known of a document before rules are asked about it. */
export interface JudgedDocument {
  readonly document: TextDocument;
  /** `undefined` where it is a diagram itself. */
  readonly markdown: MarkdownDocument | undefined;
  /** With what is at the paths that it links to; `undefined` where it is no spec. */
  readonly spec: { readonly document: SpecDocument; exists(path: string): boolean } | undefined;
  readonly diagrams: KnownDiagrams;
  /** What it and the code say differently, and where that is; `undefined` where they were not compared. */
  readonly drift:
    | {
        readonly differences: readonly Difference[];
        locationOf(place: Difference["place"]): Location;
      }
    | undefined;
}

/** Runs the rules that have something to ask of a document. */
export function checkDocument(judged: JudgedDocument, context: ActivationContext): FileCheck {
  const { document, markdown, spec, diagrams, drift } = judged;
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
  const asked = diagramRules.filter(({ meta }) => isAsked(meta.name, diagrams));
  const ofDiagrams = runRules(asked, context, (rule, _options, report) =>
    rule.check(diagrams, report),
  );
  const ofDrift = runRules(
    drift === undefined ? [] : driftRules,
    context,
    (rule, _options, report) => {
      if (drift !== undefined) rule.check(drift.differences, drift.locationOf, report);
    },
  );
  const all = [ofSpec, ofDiagrams, ofDrift];
  const findings = all.flatMap((one) => one.findings);
  const ran = new Set(all.flatMap((one) => [...one.ran]));
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
    failures: all.flatMap((one) => one.failures),
  };
}

/** Whether what a rule about diagrams asks is known. */
function isAsked(rule: string, { problems, regions }: KnownDiagrams): boolean {
  return (rule === staleDiagram.meta.name ? regions : problems) !== undefined;
}
