import * as vscode from "vscode";
import { check, viewStateSchema } from "../../../../webview/messages";
import { documentInView } from "./followedDocument";
import type { DiagramsOf } from "./livePreview";
import { PreviewPanel, type Rendered, VIEW_TYPE, webviewOptions } from "./previewPanel";
import { previewTarget } from "./previewTarget";

/** What the preview needs of the rest of the extension. */
export interface PreviewDeps {
  readonly diagramsOf: DiagramsOf;
  readonly log: vscode.LogOutputChannel;
}

/** The running preview. */
export interface Preview {
  /** Fires when the page has drawn all it was sent; for tests and measurements. */
  readonly onDidRender: vscode.Event<Rendered>;
  /** Asks for the diagrams again, such as after the language server has restarted. */
  refresh(): void;
}

/** What a command of ours returns: the files it made, or shows. */
interface CommandResult {
  readonly files: readonly vscode.Uri[];
}

/**
 * Registers the preview's two commands and restores its panel after a reload of the window. A window has one preview: the
 * commands bring it forward if it is open.
 */
export function registerPreview(context: vscode.ExtensionContext, deps: PreviewDeps): Preview {
  const { extensionUri, subscriptions } = context;
  const rendered = new vscode.EventEmitter<Rendered>();
  let open: PreviewPanel | undefined;

  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri | undefined): PreviewPanel => {
    const preview = new PreviewPanel(panel, {
      ...deps,
      extensionUri,
      rendered: (report) => rendered.fire(report),
    });
    preview.onDidDispose(() => {
      preview.dispose();
      if (open === preview) open = undefined;
    });
    if (uri) preview.show(uri);
    open = preview;
    return preview;
  };

  const show = async (argument: unknown, beside: boolean): Promise<CommandResult> => {
    const uri = await previewTarget(argument);
    if (open) {
      if (uri) open.show(uri);
      open.reveal(beside);
    } else {
      const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      const panel = vscode.window.createWebviewPanel(
        VIEW_TYPE,
        "",
        { viewColumn, preserveFocus: beside },
        // Hidden, it keeps its pictures, of which the last good one of a broken diagram cannot be made again.
        { ...webviewOptions(extensionUri), enableFindWidget: true, retainContextWhenHidden: true },
      );
      adopt(panel, uri);
    }
    return { files: uri ? [uri] : [] };
  };

  subscriptions.push(
    rendered,
    vscode.commands.registerCommand("backend-spec.openPreview", (argument) =>
      show(argument, false),
    ),
    vscode.commands.registerCommand("backend-spec.openPreviewToSide", (argument) =>
      show(argument, true),
    ),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, saved) {
        const state = check(viewStateSchema, saved);
        const uri = state.ok ? vscode.Uri.parse(state.value.uri) : documentInView()?.uri;
        adopt(panel, uri);
      },
    }),
    { dispose: () => open?.dispose() },
  );
  return { onDidRender: rendered.event, refresh: () => open?.refresh() };
}
