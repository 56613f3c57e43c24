import * as vscode from "vscode";
import { diagramOffersRequest, diagramOffersSchema } from "../../../server/common/protocol";
import type { Server } from "../server";

/**
 * What `when` clauses ask: the paths of the files in view whose code yields a diagram. Addresses would not do: a remote
 * window knows its files by others than this side does.
 */
const contextKey = "backend-spec.diagramFiles";
/** After the last keystroke, in milliseconds. */
const pause = 500;

/** Tells VS Code which Python files in view yield a diagram, so that the way to it stands only over those. */
export class DiagramFiles implements vscode.Disposable {
  readonly #server: Server;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #look = 0;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(() => void this.#tell()),
      server.onStatus(() => void this.#tell()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "python") this.#tellSoon();
      }),
    ];
    void this.#tell();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#subscriptions) one.dispose();
  }

  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(), pause);
  }

  async #tell(): Promise<void> {
    const look = ++this.#look;
    const shown = vscode.window.visibleTextEditors.flatMap(({ document }) =>
      document.languageId === "python" ? [document.uri] : [],
    );
    const yielding = await Promise.all(
      // `resourcePath` is the system's path of a file on this machine, else that of the address.
      shown.map(async (uri) => ((await this.#yieldsDiagram(uri)) ? [uri.path, uri.fsPath] : [])),
    );
    if (look !== this.#look) return;
    await vscode.commands.executeCommand("setContext", contextKey, yielding.flat());
  }

  async #yieldsDiagram(uri: vscode.Uri): Promise<boolean> {
    try {
      const answer = await this.#server.request(diagramOffersRequest, {
        uri: uri.toString(),
      });
      return diagramOffersSchema.parse(answer).offers.length > 0;
    } catch {
      // A server that is not there yet; its status says when it is.
      return false;
    }
  }
}
