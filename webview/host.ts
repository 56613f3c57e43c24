import {
  check,
  type FromPage,
  type ToPage,
  toPageSchema,
  type ViewState,
  viewStateSchema,
} from "./messages";

/** What VS Code gives a webview's page, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's end of the line to the extension. */
export interface Host {
  post(message: FromPage): void;
  /** Calls `receive` with each message that fits the protocol; others are reported to the extension and dropped. */
  listen(receive: (message: ToPage) => void): void;
  /** Logs on the extension's side. */
  report(problem: unknown): void;
  readState(): ViewState | undefined;
  writeState(state: ViewState): void;
}

/** Connects to the extension. Can be called once in a page. */
export function connect(): Host {
  const api = acquireVsCodeApi();
  const post = (message: FromPage) => api.postMessage(message);
  const report = (problem: unknown) => {
    const message = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    post({ kind: "problem", message: message.slice(0, 4000) });
  };
  return {
    post,
    report,
    listen: (receive) => {
      window.addEventListener("message", (event: MessageEvent<unknown>) => {
        // The frame that draws has another origin, and a port for what it has to say.
        if (event.origin !== window.origin) return;
        const message = check(toPageSchema, event.data);
        if (message.ok) receive(message.value);
        else report(`A message to the preview ${message.problem}`);
      });
    },
    readState: () => {
      const state = check(viewStateSchema, api.getState());
      return state.ok ? state.value : undefined;
    },
    writeState: (state) => api.setState(state),
  };
}
