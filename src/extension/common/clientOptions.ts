import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from "vscode-languageclient";
import type { ClientEvents, ClientSettings } from "./clientEvents";

/** The options that both kinds of client share. */
export function clientOptions({
  log,
  initializationOptions,
  events,
}: ClientSettings): LanguageClientOptions {
  return {
    documentSelector: [
      { language: "python" },
      { language: "markdown" },
      { pattern: "**/*.{mmd,mermaid}" },
      { pattern: "**/.backend-spec.yaml" },
    ],
    outputChannel: log,
    initializationOptions,
    errorHandler: {
      error: (error) => {
        events.failed(error.message);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => ({
        action: events.ended() ? CloseAction.Restart : CloseAction.DoNotRestart,
        handled: true,
      }),
    },
  };
}

/** Passes on what happens to a client. */
export function watchClient(client: BaseLanguageClient, events: ClientEvents): void {
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) events.running();
  });
}
