import * as vscode from "vscode";
import { check, viewStateSchema } from "../../../../webview/messages";
import { type CommandOutcome, previewViewType } from "../activate";
import { UserProblem } from "../userProblem";
import { type Draw, exportDiagrams } from "./exportDiagrams";
import { documentInView } from "./followedDocument";
import type { PreviewSource } from "./livePreview";
import { messageOf } from "./messageOf";
import { PreviewPanel, type Rendered, webviewOptions } from "./previewPanel";
import { type PreviewTarget, previewTarget } from "./previewTarget";

/** What the preview needs of the rest of the extension. */
export interface PreviewDeps {
  readonly source: PreviewSource;
  readonly log: vscode.LogOutputChannel;
}

/** The running preview. */
export interface Preview {
  /** Fires when the page has drawn all it was sent; for tests and measurements. */
  readonly onDidRender: vscode.Event<Rendered>;
  /** Asks for the diagrams again, such as after the language server has restarted. */
  refresh(): void;
  /** Shows the diagrams of the document that the argument names, or of the active one. */
  open(argument: unknown, beside: boolean): Promise<CommandOutcome>;
  /** Writes the diagrams of the document that the argument names, or of the one that is shown, to files. */
  export(argument: unknown): Promise<CommandOutcome>;
  /** Takes over a panel from before a reload of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void;
}

/** The preview: a window has one, and showing it again brings it forward. */
export function createPreview(context: vscode.ExtensionContext, deps: PreviewDeps): Preview {
  const { extensionUri, subscriptions } = context;
  const rendered = new vscode.EventEmitter<Rendered>();
  let open: PreviewPanel | undefined;

  const exportOf = async (
    panel: PreviewPanel,
    argument: unknown,
    ids?: readonly string[],
  ): Promise<vscode.Uri[]> => {
    if (!panel.uri) throw new UserProblem(vscode.l10n.t("Open a file with diagrams first."));
    const draw: Draw = (options, wanted) => panel.draw(options, wanted);
    return await exportDiagrams(argument, panel.uri, draw, ids);
  };

  const adopt = (panel: vscode.WebviewPanel, target: PreviewTarget | undefined): PreviewPanel => {
    const preview = new PreviewPanel(panel, {
      ...deps,
      extensionUri,
      rendered: (report) => rendered.fire(report),
      export: async (panel, ids) => {
        try {
          await exportOf(panel, {}, ids);
        } catch (error) {
          if (!(error instanceof UserProblem)) deps.log.error(`Export: ${messageOf(error)}`);
          void vscode.window.showErrorMessage(messageOf(error));
        }
      },
    });
    preview.onDidDispose(() => {
      preview.dispose();
      if (open === preview) open = undefined;
    });
    if (target) preview.show(target);
    open = preview;
    return preview;
  };

  const show = async (argument: unknown, beside: boolean): Promise<CommandOutcome> => {
    const target = await previewTarget(argument);
    if (open) {
      if (target) open.show(target);
      open.reveal(beside);
    } else {
      const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      const panel = vscode.window.createWebviewPanel(
        previewViewType,
        "",
        { viewColumn, preserveFocus: beside },
        // Hidden, it keeps its pictures, of which the last good one of a broken diagram cannot be made again.
        { ...webviewOptions(extensionUri), enableFindWidget: true, retainContextWhenHidden: true },
      );
      adopt(panel, target);
    }
    return { files: target ? [target.uri] : [] };
  };

  subscriptions.push(rendered, { dispose: () => open?.dispose() });
  return {
    onDidRender: rendered.event,
    refresh: () => open?.refresh(),
    open: show,
    async export(argument) {
      const namesDocument = (await previewTarget(argument, false)) !== undefined;
      if (!open || namesDocument) await show(argument, true);
      return { files: open ? await exportOf(open, argument) : [] };
    },
    restore(panel, saved) {
      const state = check(viewStateSchema, saved);
      const uri = state.ok ? vscode.Uri.parse(state.value.uri) : documentInView()?.uri;
      const preview = adopt(panel, uri && { uri });
      if (state.ok && state.value.locked) preview.lock(true);
    },
  };
}
