import type { CodeLens } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { findDiagrams } from "../../core/diagrams/findDiagrams";
import { findRegions } from "../../core/diagrams/regions/findRegions";
import { mayHoldRegions } from "../../core/diagrams/regions/staleRegions";
import { parseMarkdown } from "../../core/markdown/parseMarkdown";
import { diagramOffersOf } from "./codeDiagrams";
import { type Settings, serverCommands } from "./protocol";
import type { Workspace } from "./workspace";

/** The client's command that shows diagrams. */
const openPreview = "backend-spec.openPreviewToSide";

const titles = {
  route: "Sequence diagram",
  method: "Sequence diagram",
  model: "Diagram of this table",
  field: "State diagram",
} as const;

/** The lenses of a document: over what diagrams can be made of, over diagrams, and over regions made of code. */
export function codeLenses(
  document: TextDocument,
  workspace: Workspace,
  { codeLens }: Settings,
): CodeLens[] {
  if (document.languageId === "python") return codeLensesOfCode(document, workspace, codeLens);
  if (document.languageId !== "markdown" || !codeLens.diagrams) return [];
  const { uri } = document;
  const text = document.getText();
  const diagrams = findDiagrams(text).map(({ line }) =>
    lens(line, "Open preview", openPreview, { uri, line }),
  );
  const regions = mayHoldRegions(text) ? findRegions(text, parseMarkdown(text)) : [];
  const update = regions.map(({ opening }) =>
    lens(opening.start.line, "Update from code", serverCommands.updateDiagrams, { uri }),
  );
  return [...diagrams, ...update];
}

function codeLensesOfCode(
  { uri }: TextDocument,
  workspace: Workspace,
  shown: Settings["codeLens"],
): CodeLens[] {
  const isShown = {
    file: false,
    route: shown.routes,
    method: shown.services,
    model: shown.models,
    field: shown.models,
  };
  if (!Object.values(isShown).some(Boolean)) return [];
  const found = diagramOffersOf(workspace, { uri }, (about) => isShown[about]);
  return found.offers.flatMap(({ kind, of, about, line }) =>
    about === "file" || !isShown[about]
      ? []
      : lens(line, titles[about], openPreview, { uri, kind, of }),
  );
}

function lens(line: number, title: string, command: string, argument: object): CodeLens {
  const start = { line, character: 0 };
  return { range: { start, end: start }, command: { title, command, arguments: [argument] } };
}
