import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/common/protocol";

/** What happens to a client, without the client's own words for it: they are loaded only when a client is made. */
export interface ClientEvents {
  /** The server runs, be it again. */
  running(): void;
  /** The line to the server has a fault. */
  failed(message: string): void;
  /** The server ended by itself. @returns whether it is started again. */
  ended(): boolean;
}

/** What a client is made with. */
export interface ClientSettings {
  readonly log: vscode.LogOutputChannel;
  readonly initializationOptions: InitializationOptions;
  readonly events: ClientEvents;
}

/** Makes a client of the runtime's kind; the two entries differ in nothing else. */
export type ClientFactory = (settings: ClientSettings) => Promise<BaseLanguageClient>;
