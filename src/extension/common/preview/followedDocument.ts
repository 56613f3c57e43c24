import * as vscode from "vscode";

const languages = ["markdown", "python"];

/** Whether the preview can show this document. */
export function isPreviewable(document: vscode.TextDocument): boolean {
  return languages.includes(document.languageId) && document.uri.scheme !== "output";
}

/**
 * Which document the preview shows: the file of its language that was last edited or looked at, also once it is closed. A
 * preview of Markdown does not leave it for code, so that a spec stays beside the code that is written for it.
 */
export class FollowedDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another document is followed, or the same under a new name. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  /** Whether it stays with its document whatever is looked at. */
  locked = false;
  #uri: vscode.Uri | undefined;
  #jumpedTo: string | undefined;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#lookedAt(editor.document);
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

  /** The reader goes there from the picture itself, which stays what it is. */
  jumpTo(uri: vscode.Uri): void {
    this.#jumpedTo = uri.toString();
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

  #lookedAt(document: vscode.TextDocument): void {
    const jumped = this.#jumpedTo === document.uri.toString();
    this.#jumpedTo = undefined;
    if (jumped || this.locked || !isPreviewable(document)) return;
    const shown = this.#uri?.toString();
    const language = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.toString() === shown,
    )?.languageId;
    if (language === undefined || language === document.languageId) this.follow(document.uri);
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

/** The document in view that can be shown: the active one, else the first visible one. */
export function documentInView(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => editor && isPreviewable(editor.document))?.document;
}
