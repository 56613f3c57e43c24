import { startServer } from "../../server/node/start";

/** `backend-spec lsp`: serves until the client ends it. */
export async function runLsp(): Promise<void> {
  await startServer(__dirname);
}
