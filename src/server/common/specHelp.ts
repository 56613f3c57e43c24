import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type DocumentLink,
  type Hover,
  InsertTextFormat,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { bindingEdit, isUnbound, proposeBindings } from "../../core/drift/proposals";
import type { TextEdit } from "../../core/edits/plan";
import type { Project } from "../../core/project/project";
import type { SpecDocument } from "../../core/spec/document/specDocument";
import { specActions } from "../../core/spec/help/actions";
import { completeSpec } from "../../core/spec/help/complete";
import type { SpecCompletion } from "../../core/spec/help/completion";
import { foldsOf } from "../../core/spec/help/folding";
import { hoverSpec } from "../../core/spec/help/hover";
import { prepareRename, renameIn } from "../../core/spec/help/rename";
import { type Occurrence, symbolAt } from "../../core/spec/help/symbols";
import type { RuleHelp } from "./ruleHelp";

/** An open spec, and the project that it is in. */
export interface OpenSpec {
  readonly spec: SpecDocument;
  readonly project: Project;
  readonly version: number;
}

/** The capabilities of writing help beyond those that other documents have, too. */
export const specCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  foldingRangeProvider: true,
};

const kinds: Readonly<Record<SpecCompletion["kind"], CompletionItemKind>> = {
  reference: CompletionItemKind.Reference,
  value: CompletionItemKind.Value,
  row: CompletionItemKind.Snippet,
  section: CompletionItemKind.Module,
};

/** What can be written at a place of a spec. @param taken the IDs that code and tests name */
export function completionsIn(
  spec: SpecDocument,
  position: Position,
  snippets: boolean,
  taken: ReadonlySet<string>,
): CompletionItem[] {
  return completeSpec(spec, position, taken).map(({ label, kind, detail, range, text }, index) => {
    const isSnippet = kind === "row" && snippets;
    const plain = kind === "row" ? text.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1") : text;
    const written = spec.markdown.lines.line(range.start.line);
    return {
      label,
      kind: kinds[kind],
      detail,
      textEdit: { range, newText: isSnippet ? text : plain },
      // What is written already has to match, and the order is ours.
      filterText: written.slice(range.start.character, range.end.character) + label,
      sortText: String(index).padStart(4, "0"),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    };
  });
}

/** What is known of a place of a spec. */
export function hoverIn(spec: SpecDocument, position: Position): Hover | null {
  const found = hoverSpec(spec, position);
  if (found === undefined) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: found.range,
  };
}

/** What can be done at a place of a spec, beside the fixes of findings. */
export function actionsIn(
  { spec, version }: OpenSpec,
  { textDocument: { uri }, range, context }: CodeActionParams,
  taken: ReadonlySet<string>,
): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  const isWanted = (only: string): boolean => kind === only || kind.startsWith(`${only}.`);
  if (context.only !== undefined && !context.only.some(isWanted)) return [];
  return specActions(spec, range, taken).map(({ title, edits }) => ({
    title,
    kind,
    edit: editOf(uri, version, edits),
  }));
}

/** What an unbound spec can be bound to, on its front matter or its title. */
export function bindingActions(
  { spec, project, version }: OpenSpec,
  { textDocument: { uri }, range: { start }, context }: CodeActionParams,
): CodeAction[] {
  const kind = CodeActionKind.QuickFix;
  if (context.only !== undefined && !context.only.includes(kind)) return [];
  const top = spec.title?.heading.range.end.line ?? spec.markdown.frontMatter?.range.end.line ?? 0;
  if (start.line > top || !isUnbound(spec, project.code)) return [];
  return proposeBindings(spec, project.code).map(({ module, reasons }, index) => ({
    title: `Bind this spec to ${module} (${reasons.join(", ")})`,
    kind,
    isPreferred: index === 0,
    edit: editOf(uri, version, [bindingEdit(spec, module)]),
  }));
}

/**
 * Answers what only specs are asked, and what code is asked of the rules that it names.
 * @param specAt the spec that is open under a URI, if it is one
 */
export function serveSpecHelp(
  connection: Connection,
  specAt: (uri: string) => Promise<OpenSpec | undefined>,
  ruleHelp: () => Promise<RuleHelp>,
): void {
  const placesOf = async (
    { textDocument: { uri }, position }: TextDocumentPositionParams,
    wanted: (occurrence: Pick<Occurrence, "isDefinition">) => boolean,
  ): Promise<Location[]> => {
    const help = await ruleHelp();
    const rule = await help.at(uri, position);
    if (rule !== undefined) {
      const inSpecs = help.inSpecs(rule, (isDefinition) => wanted({ isDefinition }));
      if (!wanted({ isDefinition: false })) return inSpecs;
      const inCode = await help.inCode(rule);
      return [...inSpecs, ...inCode.map((one) => ({ uri: one.uri, range: one.range }))];
    }
    const open = await specAt(uri);
    const found = open && symbolAt(open.spec, position);
    return found?.symbol.occurrences.filter(wanted).map(({ range }) => ({ uri, range })) ?? [];
  };
  connection.onDefinition((params) => placesOf(params, ({ isDefinition }) => isDefinition));
  connection.onReferences((params) =>
    placesOf(params, ({ isDefinition }) => params.context.includeDeclaration || !isDefinition),
  );
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const rule = await (await ruleHelp()).at(textDocument.uri, position);
    if (rule !== undefined) return { range: rule.range, placeholder: rule.id };
    const open = await specAt(textDocument.uri);
    const found = open && prepareRename(open.spec, position);
    return found ? { range: found.range, placeholder: found.name } : null;
  });
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const help = await ruleHelp();
    const rule = await help.at(uri, position);
    const everywhere = rule && (await help.rename(rule, newName));
    if (everywhere !== undefined) {
      return "problem" in everywhere
        ? new ResponseError(LSPErrorCodes.RequestFailed, everywhere.problem)
        : { documentChanges: [...everywhere] };
    }
    const open = await specAt(uri);
    if (open === undefined) return null;
    const edits = renameIn(open.spec, position, newName);
    if ("problem" in edits) {
      return new ResponseError(LSPErrorCodes.RequestFailed, edits.problem);
    }
    return editOf(uri, open.version, edits);
  });
  connection.onDocumentLinks(async ({ textDocument: { uri } }): Promise<DocumentLink[]> => {
    const open = await specAt(uri);
    if (open === undefined) return [];
    const links = await open.project.linksOf(open.spec, uri);
    return links.map(({ range, target }) => ({ range, target }));
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
    const open = await specAt(uri);
    if (open === undefined) return null;
    return foldsOf(open.spec.markdown).map(({ start, end }) => ({
      startLine: start,
      endLine: end,
    }));
  });
}

function editOf(uri: string, version: number, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
