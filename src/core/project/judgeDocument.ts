import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DiagramChecker } from "../diagrams/check/diagramChecker";
import type { DiagramProblem } from "../diagrams/check/diagramProblem";
import { findDiagramProblems } from "../diagrams/check/findProblems";
import { mayHoldRegions, staleRegions } from "../diagrams/regions/staleRegions";
import { differences } from "../drift/compare";
import type { Difference } from "../drift/difference";
import { parseMarkdown } from "../markdown/parseMarkdown";
import { type ActivationContext, activationOf } from "../rules/activation";
import type { FileCheck } from "../rules/checkFile";
import { driftRules } from "../rules/registry";
import type { RuleInfo } from "../rules/rule";
import type { RuleFailure } from "../rules/runRules";
import { checkDocument } from "../rules/spec/checkDocument";
import { diagramSyntax } from "../rules/spec/diagram-syntax/rule";
import { staleDiagram } from "../rules/spec/stale-diagram/rule";
import { formatKey, unknownFormat } from "../spec/document/recognise";
import type { SpecDocument } from "../spec/document/specDocument";
import { type Location, range } from "../text/range";
import { invalidConfig } from "./configStore";
import { messageOf } from "./findFiles";
import { isDiagramFile, type SpecFiles } from "./specFiles";

/** What documents of a project are judged with. */
export interface DocumentContext {
  readonly specs: SpecFiles;
  /** `undefined` where diagrams cannot be checked. */
  readonly checker: DiagramChecker | undefined;
  /** Whether all of the code is known that diagrams may be made of. */
  readonly isScanned: boolean;
  /** Whether the document is being edited. */
  readonly isOpen: boolean;
  /** The URI of a file of the project. */
  uriOf(path: string): string;
}

/** What the rules say of a document; `undefined` where none has anything to ask of it. */
export async function judgeDocument(
  document: TextDocument,
  context: ActivationContext,
  { specs, checker, isScanned, isOpen, uriOf }: DocumentContext,
): Promise<FileCheck | undefined> {
  const text = document.getText();
  const isDiagram = isDiagramFile(context.path);
  const isOn = (rule: RuleInfo): boolean => activationOf(rule, context).severity !== undefined;
  const spec = isDiagram ? undefined : specs.read(document, isOpen);
  const isChecked =
    checker !== undefined && (isDiagram || /mermaid/i.test(text)) && isOn(diagramSyntax);
  const isCompared = !isDiagram && isScanned && mayHoldRegions(text) && isOn(staleDiagram);
  const mayNameFormat = !isDiagram && spec === undefined && text.includes(formatKey);
  if (spec === undefined && !isChecked && !isCompared && !mayNameFormat) return undefined;
  const markdown = isDiagram ? undefined : (spec?.markdown ?? parseMarkdown(text));
  const unknown = markdown && mayNameFormat ? unknownFormat(markdown, specs.formats) : undefined;
  const regions =
    isCompared && markdown ? staleRegions(document, markdown, context.code) : undefined;
  const asked = isChecked ? await ask(() => findDiagramProblems(document, markdown, checker)) : {};
  const existing = spec && (await specs.existing(spec, context.path));
  const known = spec && { document: spec, exists: (link: string) => existing?.has(link) ?? true };
  const { problems, failure } = asked;
  const diagrams = { problems, regions };
  const compared = spec && isScanned && driftRules.some(isOn) ? compareWithCode(spec, context) : {};
  const drift = compared.found && {
    differences: compared.found,
    locationOf: ({ path, line }: Difference["place"]): Location => ({
      uri: uriOf(path),
      range: range(line - 1, 0, line - 1, 0),
    }),
  };
  const found = checkDocument({ document, markdown, spec: known, diagrams, drift }, context);
  const failed = [failure, compared.failure].filter((one) => one !== undefined);
  const wrong = unknown ? [invalidConfig(unknown)] : [];
  return {
    ...found,
    findings: [...wrong, ...found.findings],
    failures: [...found.failures, ...failed],
  };
}

/** What a spec and its code say differently, or why that is not known: what the other rules find stands either way. */
function compareWithCode(
  spec: SpecDocument,
  { code }: ActivationContext,
): { readonly found?: readonly Difference[]; readonly failure?: RuleFailure } {
  try {
    return { found: differences(spec, code) };
  } catch (error) {
    return { failure: { rule: "drift", message: messageOf(error) } };
  }
}

/** What Mermaid says, or why it could not be asked: what the other rules find stands either way. */
async function ask(
  find: () => Promise<readonly DiagramProblem[]>,
): Promise<{ readonly problems?: readonly DiagramProblem[]; readonly failure?: RuleFailure }> {
  try {
    return { problems: await find() };
  } catch (error) {
    return { failure: { rule: diagramSyntax.meta.name, message: messageOf(error) } };
  }
}
