import * as vscode from "vscode";
import {
  check,
  type DrawOptions,
  type FromPage,
  fromPageSchema,
  type ToPage,
} from "../../../../webview/messages";
import { UserProblem } from "../userProblem";
import type { Drawing } from "./exportDiagrams";
import { insertDiagram } from "./insertDiagram";
import { LivePreview, nameOf, type PreviewSource } from "./livePreview";
import { messageOf } from "./messageOf";
import { createNonce, pageHtml } from "./pageHtml";
import { onPreviewSettings, previewLimits } from "./previewSettings";
import type { PreviewTarget } from "./previewTarget";
import { revealLine } from "./revealLine";

/** The page's report that nothing is left to render. */
export type Rendered = Extract<FromPage, { kind: "rendered" }>;

export interface PanelDeps {
  readonly extensionUri: vscode.Uri;
  readonly source: PreviewSource;
  readonly log: vscode.LogOutputChannel;
  rendered(rendered: Rendered): void;
  /** The user wants these diagrams of the panel, or all, as files. */
  export(panel: PreviewPanel, ids: readonly string[] | undefined): Promise<void>;
}

const updateDiagramsCommand = "backend-spec.updateDiagrams";

/** The options a panel is made with; a restored one gets them anew. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
}

/** One webview panel and what it shows. */
export class PreviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #deps: PanelDeps;
  readonly #live: LivePreview;
  readonly #subscriptions: vscode.Disposable[];
  readonly #drawings = new Map<
    number,
    { resolve(drawing: Drawing): void; reject(error: Error): void }
  >();
  #requests = 0;
  #ready = false;
  #pageLoaded: () => void = () => {};
  readonly #loaded = new Promise<void>((resolve) => {
    this.#pageLoaded = resolve;
  });

  constructor(panel: vscode.WebviewPanel, deps: PanelDeps) {
    this.#panel = panel;
    this.#deps = deps;
    this.#live = new LivePreview(deps.source, (message) => this.#send(message));
    this.#subscriptions = [
      this.#live,
      this.#live.followed.onDidChange(() => this.#showTitle()),
      onPreviewSettings(() => this.#showLimits()),
      vscode.window.onDidChangeTextEditorSelection((event) => this.#showCursor(event)),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message)),
      panel.onDidChangeViewState(() => {
        // What was posted while the panel was hidden may be lost.
        if (panel.visible && this.#ready) this.#live.repeat();
      }),
    ];
    const icon = (theme: string) =>
      vscode.Uri.joinPath(deps.extensionUri, "media", `preview-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    this.#showTitle();
    panel.webview.options = webviewOptions(deps.extensionUri);
    panel.webview.html = this.#html();
  }

  /** Shows the diagrams of a document from now on. */
  show(target: PreviewTarget): void {
    this.#live.show(target);
  }

  /** Has the page draw diagrams of the document as it is now. */
  async draw(options: DrawOptions, ids: readonly string[] | undefined): Promise<Drawing> {
    await this.#live.update();
    await this.#loaded;
    this.#requests += 1;
    const request = this.#requests;
    return await new Promise((resolve, reject) => {
      this.#drawings.set(request, { resolve, reject });
      this.#send({ kind: "draw", request, options, ...(ids && { ids: [...ids] }) });
    });
  }

  /** The document that is shown. */
  get uri(): vscode.Uri | undefined {
    return this.#live.followed.uri;
  }

  /** Stays with the document, or follows the editor again. */
  lock(locked: boolean): void {
    this.#live.followed.locked = locked;
    this.#send({ kind: "locked", locked });
    this.#showTitle();
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  refresh(): void {
    this.#live.refresh();
  }

  onDidDispose(run: () => void): void {
    this.#panel.onDidDispose(run);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    const closed = new UserProblem(vscode.l10n.t("The preview was closed."));
    for (const { reject } of this.#drawings.values()) reject(closed);
  }

  /** Whether there is a page that listens. */
  #send(message: ToPage): boolean {
    if (this.#ready) void this.#panel.webview.postMessage(message);
    return this.#ready;
  }

  #hear(received: unknown): void {
    const message = check(fromPageSchema, received);
    if (message.ok) void this.#act(message.value);
    else this.#deps.log.warn(`A message from the preview ${message.problem}`);
  }

  async #act(message: FromPage): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.#ready = true;
        this.#pageLoaded();
        this.#showLimits();
        this.#live.repeat();
        this.#send({ kind: "locked", locked: this.#live.followed.locked });
        return;
      case "lock":
        this.lock(message.locked);
        return;
      case "rendered":
        this.#deps.rendered(message);
        return;
      case "problem":
        this.#deps.log.error(`Preview: ${message.message}`);
        return;
      case "drawn":
        this.#drawings.get(message.request)?.resolve(message);
        this.#drawings.delete(message.request);
        return;
      case "export":
        await this.#deps.export(this, message.ids);
        return;
      case "copy":
        await vscode.env.clipboard.writeText(message.text);
        return;
      case "openLink":
        await vscode.env.openExternal(vscode.Uri.parse(message.href, true));
        return;
      case "reveal":
        await this.#attempt(message.uri, (uri) => {
          this.#live.followed.jumpTo(uri);
          return revealLine(uri, message.line);
        });
        return;
      case "showWhole":
        this.#live.showWhole(message.of);
        return;
      case "updateDiagrams":
        await vscode.commands.executeCommand(updateDiagramsCommand, { uri: `${this.uri}` });
        return;
      case "openSettings":
        await vscode.commands.executeCommand(
          "workbench.action.openSettings",
          "backend-spec.preview",
        );
        return;
      case "insertDiagram":
        if (message.uri !== this.uri?.toString()) return;
        await this.#attempt(message.uri, insertDiagram);
        return;
    }
  }

  /** Does what the user asked for with a file that the page shows, or leads to; a page may name no other. */
  async #attempt(named: string, run: (uri: vscode.Uri) => Promise<unknown>): Promise<void> {
    if (!this.#live.leadsTo(named)) return;
    const uri = vscode.Uri.parse(named);
    try {
      await run(uri);
    } catch (error) {
      this.#deps.log.error(`Preview: ${messageOf(error)}`);
      const text = vscode.l10n.t("{0} cannot be opened: {1}", nameOf(uri), messageOf(error));
      void vscode.window.showErrorMessage(text);
    }
  }

  #showLimits(): void {
    this.#send({ kind: "limits", limits: previewLimits() });
  }

  #showCursor({ textEditor, selections: [first] }: vscode.TextEditorSelectionChangeEvent): void {
    const uri = textEditor.document.uri.toString();
    if (!first || !this.#live.leadsTo(uri)) return;
    this.#send({ kind: "cursor", uri, line: first.active.line });
  }

  #showTitle(): void {
    const { uri, locked } = this.#live.followed;
    if (!uri) this.#panel.title = vscode.l10n.t("Diagram Preview");
    else if (locked) this.#panel.title = vscode.l10n.t("[Preview {0}]", nameOf(uri));
    else this.#panel.title = vscode.l10n.t("Preview {0}", nameOf(uri));
  }

  #html(): string {
    const { webview } = this.#panel;
    const folder = pageFolder(this.#deps.extensionUri);
    const address = (file: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
    return pageHtml({
      cspSource: webview.cspSource,
      nonce: createNonce(),
      script: address("main.js"),
      style: address("main.css"),
      language: vscode.env.language,
      texts: vscode.l10n.bundle,
    });
  }
}

function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "dist", "webview");
}
