import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type Status, statusNotification, statusSchema } from "../../src/server/common/protocol";

const root = join(import.meta.dirname, "../..");

/** A folder of its own for one test, with files by path; removed by `remove`. */
export async function workspaceOf(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "backend-spec-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A client that speaks LSP to the built server, as any editor does. */
export class Client {
  private readonly published = new Map<string, Diagnostic[]>();
  private readonly waiting = new Set<() => void>();
  /** Documents that the server had shown, in order. */
  readonly shown: string[] = [];
  /** What the server said of its folders, in order. */
  readonly statuses: Status[] = [];
  capabilities: Record<string, unknown> = {};

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  /** Starts a server and initializes it with the folders. @param settings what `workspace/configuration` answers. */
  static async start(
    folders: readonly string[],
    settings: object = {},
    initializationOptions: object = {},
  ): Promise<Client> {
    const server = spawn(process.execPath, [join(root, "dist/server/node.js"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new Client(server, connection);
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      client.published.set(uri, diagnostics);
      client.changed();
    });
    connection.onNotification(statusNotification, (params: unknown) => {
      client.statuses.push(statusSchema.parse(params));
      client.changed();
    });
    connection.onRequest("workspace/configuration", ({ items }) => items.map(() => settings));
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onRequest("window/showDocument", ({ uri }) => {
      client.shown.push(uri);
      return { success: true };
    });
    connection.listen();
    const result = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        },
      },
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
      initializationOptions,
    });
    client.capabilities = (result as { capabilities: Record<string, unknown> }).capabilities;
    await connection.sendNotification("initialized", {});
    return client;
  }

  async open(file: string, text: string, languageId = "python"): Promise<string> {
    const uri = uriOf(file);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Waits until the diagnostics of a document are what is wanted, and gives them. */
  async diagnostics(
    uri: string,
    wanted: (found: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    await this.until(() => {
      const found = this.published.get(uri);
      return found !== undefined && wanted(found);
    });
    return this.published.get(uri) ?? [];
  }

  /** Waits until something holds; it is looked at after each message. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  /** What the light bulb offers at a place. */
  async codeActions(uri: string, range: Range | undefined): Promise<readonly CodeAction[]> {
    return (await this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    })) as CodeAction[];
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    if (this.process.exitCode === null && this.process.signalCode === null) {
      await this.connection.sendRequest("shutdown").catch(() => undefined);
      await this.connection.sendNotification("exit").catch(() => undefined);
      await ended;
    }
    this.connection.dispose();
  }

  private changed(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

/** A path as a URI. */
export function uriOf(path: string): string {
  return pathToFileURL(path).toString();
}
