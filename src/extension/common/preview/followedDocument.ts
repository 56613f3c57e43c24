import * as vscode from "vscode";

/** Whether the preview can show this document. */
export function isPreviewable(document: vscode.TextDocument): boolean {
  return document.languageId === "markdown" && document.uri.scheme !== "output";
}

/** Which document the preview shows: the Markdown file that was last edited or looked at, also once it is closed. */
export class FollowedDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another document is followed, or the same under a new name. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  #uri: vscode.Uri | undefined;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isPreviewable(editor.document)) this.follow(editor.document.uri);
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#renamed(files)),
    ];
  }

  get uri(): vscode.Uri | undefined {
    return this.#uri;
  }

  follow(uri: vscode.Uri): void {
    if (this.#uri?.toString() === uri.toString()) return;
    this.#uri = uri;
    this.#changed.fire();
  }

  /** The document as it is now; opened, if need be. Undefined if there is none, or it is gone. */
  async document(): Promise<vscode.TextDocument | undefined> {
    const uri = this.#uri;
    if (!uri) return undefined;
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      return undefined;
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Goes along when the file, or a folder above it, gets another name. */
  #renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    const uri = this.#uri;
    if (!uri) return;
    for (const { oldUri, newUri } of files) {
      const within = uri.path === oldUri.path || uri.path.startsWith(`${oldUri.path}/`);
      if (!within || uri.authority !== oldUri.authority || uri.scheme !== oldUri.scheme) continue;
      this.follow(newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }));
      return;
    }
  }
}

/** The Markdown document in view: the active one, else the first visible one. */
export function documentInView(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor && isPreviewable(editor.document))?.document;
}
