/** `backend-spec lsp`: serves until the client ends it. */
export async function runLsp(): Promise<void> {
  // The server's own bundle, which starts when it is loaded: the command line does not hold it a second time.
  await import("../../server/node/main");
  await new Promise(() => undefined);
}
