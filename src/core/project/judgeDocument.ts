import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DiagramChecker } from "../diagrams/check/diagramChecker";
import type { DiagramProblem } from "../diagrams/check/diagramProblem";
import { findDiagramProblems } from "../diagrams/check/findProblems";
import { parseMarkdown } from "../markdown/parseMarkdown";
import { type ActivationContext, activationOf } from "../rules/activation";
import type { FileCheck } from "../rules/checkFile";
import { diagramRules } from "../rules/registry";
import type { RuleFailure } from "../rules/runRules";
import { checkDocument } from "../rules/spec/checkDocument";
import { diagramSyntax } from "../rules/spec/diagram-syntax/rule";
import { messageOf } from "./findFiles";
import { isDiagramFile, type SpecFiles } from "./specFiles";

/**
 * What the rules say of a document; `undefined` where none has anything to ask of it.
 * @param isOpen whether it is being edited
 * @param checker `undefined` where diagrams cannot be checked
 */
export async function judgeDocument(
  document: TextDocument,
  isOpen: boolean,
  context: ActivationContext,
  specs: SpecFiles,
  checker: DiagramChecker | undefined,
): Promise<FileCheck | undefined> {
  const isDiagram = isDiagramFile(context.path);
  const spec = isDiagram ? undefined : specs.read(document, isOpen);
  const isAsked =
    checker !== undefined &&
    (isDiagram || /mermaid/i.test(document.getText())) &&
    diagramRules.some((rule) => activationOf(rule, context).severity !== undefined);
  if (spec === undefined && !isAsked) return undefined;
  const markdown = isDiagram ? undefined : (spec?.markdown ?? parseMarkdown(document.getText()));
  const asked = isAsked ? await ask(() => findDiagramProblems(document, markdown, checker)) : {};
  const existing = spec && (await specs.existing(spec, context.path));
  const known = spec && { document: spec, exists: (link: string) => existing?.has(link) ?? true };
  const { problems, failure } = asked;
  const found = checkDocument({ document, markdown, spec: known, problems }, context);
  return failure === undefined ? found : { ...found, failures: [...found.failures, failure] };
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
