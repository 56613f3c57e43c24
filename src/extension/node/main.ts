import type * as vscode from "vscode";
import { activateExtension } from "../common/activate";

/** Called by VS Code on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, async (settings) => {
    // A file of its own (scripts/build.mts): most of the code is the client's, and nobody waits for it.
    const { createNodeClient } = await import("./client");
    return createNodeClient(context, settings);
  });
}
