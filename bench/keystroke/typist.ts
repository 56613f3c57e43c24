import type { PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { Client } from "../../test/server/client";
import type { Module } from "./module";

/** Longer than this no answer takes, unless there is none. */
const LIMIT = 30_000;

/** Types into one open document and waits for the answer to each key. */
export class Typist {
  private version = 1;
  private line: number;
  private character: number;
  private answered: (params: PublishDiagnosticsParams) => void = () => undefined;

  private constructor(
    private readonly client: Client,
    private readonly uri: string,
    cursor: Module["cursor"],
  ) {
    this.line = cursor.line;
    this.character = cursor.character;
    // In the place of the handler that keeps diagnostics for tests.
    client.connection.onNotification(
      "textDocument/publishDiagnostics",
      (params: PublishDiagnosticsParams) => this.answered(params),
    );
  }

  /** Opens a file and waits for its first diagnostics. */
  static async open(
    client: Client,
    file: string,
    { text, cursor }: Module,
    language = "python",
  ): Promise<Typist> {
    const uri = await client.open(file, text, language);
    await client.diagnostics(uri, () => true);
    return new Typist(client, uri, cursor);
  }

  /**
   * Inserts a text at the cursor.
   * @returns the milliseconds from before the change is sent until the diagnostics for it are there
   * @throws Error if none come
   */
  async type(text: string): Promise<number> {
    const version = ++this.version;
    const start = { line: this.line, character: this.character };
    const answer = this.answerTo(version);
    const began = performance.now();
    await this.client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.uri, version },
      contentChanges: [{ range: { start, end: start }, text }],
    });
    const ended = await answer;
    this.move(text);
    return ended - began;
  }

  private answerTo(version: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No diagnostics came for version ${version} of ${this.uri}`)),
        LIMIT,
      );
      this.answered = (params) => {
        if (params.uri !== this.uri || params.version !== version) return;
        const now = performance.now();
        clearTimeout(timer);
        resolve(now);
      };
    });
  }

  private move(text: string): void {
    const lines = text.split("\n");
    this.line += lines.length - 1;
    const last = lines.at(-1)?.length ?? 0;
    this.character = lines.length === 1 ? this.character + last : last;
  }
}
