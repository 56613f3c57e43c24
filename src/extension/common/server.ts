import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type CommandResult,
  type InitializationOptions,
  type Status,
  statusNotification,
  statusSchema,
} from "../../server/common/protocol";
import type { ClientEvents, ClientFactory } from "./clientEvents";

/** How often a server that dies is started again, and within which time (milliseconds). */
const restarts = { most: 4, within: 3 * 60 * 1000 };

/** The language server as the rest of the extension sees it. */
export class Server implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private running: Promise<BaseLanguageClient> | undefined;
  private deaths: number[] = [];
  private readonly statusChanged = new vscode.EventEmitter<Status>();
  private readonly started = new vscode.EventEmitter<void>();
  /** Fires when the server has been started, be it again. */
  readonly onDidStart = this.started.event;
  /** Fires when a folder was scanned, or its configuration changed. */
  readonly onStatus = this.statusChanged.event;

  constructor(
    private readonly createClient: ClientFactory,
    private readonly log: vscode.LogOutputChannel,
    /** The folder with the rules' pages. */
    private readonly documentation: vscode.Uri,
    /** A folder for the workspace's cache; there is none without a workspace. */
    private readonly storage: vscode.Uri | undefined,
  ) {}

  /** Starts the server, unless it runs. Rejects when it cannot be started; the log says why. */
  async start(): Promise<BaseLanguageClient> {
    this.running ??= this.launch();
    return await this.running;
  }

  /** Ends the server and starts it anew; calls that come meanwhile wait for the new one. */
  async restart(): Promise<void> {
    const old = this.running;
    this.deaths = [];
    this.running = (async () => {
      const client = await old?.catch(() => undefined);
      await client?.dispose(2000).catch(() => undefined);
      return await this.launch();
    })();
    await this.running;
  }

  /** Asks the server something. Rejects with an `Error` for the user when it cannot answer. */
  async request(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<unknown> {
    const client = await this.start();
    // An argument too many, be it undefined, would count as a second parameter.
    return await (token === undefined
      ? client.sendRequest(method, params)
      : client.sendRequest(method, params, token));
  }

  /** Runs a command of the server. */
  async run(command: string, argument: object): Promise<CommandResult> {
    // The server is ours and of this very version: its answer has the type that both sides import.
    return (await this.request("workspace/executeCommand", {
      command,
      arguments: [argument],
    })) as CommandResult;
  }

  async dispose(): Promise<void> {
    this.statusChanged.dispose();
    this.started.dispose();
    await this.client?.dispose(2000).catch(() => undefined);
  }

  private async launch(): Promise<BaseLanguageClient> {
    const initializationOptions: InitializationOptions = {
      ownCommands: true,
      documentation: this.documentation.toString(),
      ...(this.storage && { storage: this.storage.toString() }),
    };
    const settings = { log: this.log, initializationOptions, events: this.events() };
    const client = await this.createClient(settings);
    client.onNotification(statusNotification, (params: unknown) => {
      const status = statusSchema.safeParse(params);
      if (status.success) this.statusChanged.fire(status.data);
    });
    this.client = client;
    await client.start();
    return client;
  }

  private events(): ClientEvents {
    return {
      running: () => this.started.fire(),
      failed: (message) => this.log.error(`The connection to the server failed: ${message}`),
      ended: () => {
        const now = Date.now();
        this.deaths = [...this.deaths.filter((death) => now - death < restarts.within), now];
        if (this.deaths.length <= restarts.most) {
          this.log.warn("The server ended unexpectedly and is started again.");
          return true;
        }
        this.log.error("The server ended too often and is not started again by itself.");
        void this.offerRestart();
        return false;
      },
    };
  }

  private async offerRestart(): Promise<void> {
    const again = vscode.l10n.t("Restart Server");
    const show = vscode.l10n.t("Show Output");
    const message = vscode.l10n.t(
      "The Backend Spec server ended five times within three minutes and is not started again by itself.",
    );
    const answer = await vscode.window.showErrorMessage(message, again, show);
    if (answer === again) await this.restart();
    else if (answer === show) this.log.show();
  }
}
