import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../run";
import { install } from "../vscode/install";
import { exitOnSignals, findOnPath } from "../vscode/process";
import { scratch } from "../vscode/scratch";
import { serve } from "../vscode/serve";

/** Serves VS Code with the extension and the example, until Ctrl+C; opens a browser where there is a display. */
export async function startServed(vsix: string): Promise<void> {
  exitOnSignals();
  const vscode = await install(console.log);
  const place = await scratch("start");
  const server = await serve(vscode, { dataDir: join(place.path, "data"), vsix: [vsix] });
  const url = server.url(join(root, "examples", "bookshop"));
  console.log(
    `\nBackend Spec is served at ${url}\nOpen bookshop/modules/orders/service.py to see findings; F1, Generate Backend Spec.\nCtrl+C ends it.`,
  );
  openBrowser(url);
  const reason = await server.ended;
  await place.remove();
  throw new Error(`The server ended: ${reason}`);
}

function openBrowser(url: string): void {
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  const opener =
    process.platform === "darwin" ? "open" : hasDisplay ? findOnPath("xdg-open") : undefined;
  if (opener) spawn(opener, [url], { stdio: "ignore", detached: true }).unref();
}
