import * as vscode from "vscode";
import { diagramOffersRequest, diagramOffersSchema } from "../../../server/common/protocol";
import type { Server } from "../server";

/** What `when` clauses ask: the addresses of the files in view whose code yields a diagram. */
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
      document.languageId === "python" ? [document.uri.toString()] : [],
    );
    const yielding = await Promise.all(
      shown.map(async (uri) => ((await this.#yieldsDiagram(uri)) ? [uri] : [])),
    );
    if (look !== this.#look) return;
    await vscode.commands.executeCommand("setContext", contextKey, yielding.flat());
  }

  async #yieldsDiagram(uri: string): Promise<boolean> {
    try {
      const answer = await this.#server.request(diagramOffersRequest, { uri });
      return diagramOffersSchema.parse(answer).offers.length > 0;
    } catch {
      // A server that is not there yet; its status says when it is.
      return false;
    }
  }
}
