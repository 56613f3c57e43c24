import type * as vscode from "vscode";
import { activateExtension } from "../common/activate";

/** Called by VS Code on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, async () => {
    // A file of its own (scripts/build.mts), so that activation loads only what is above.
    const { createNodeExtension } = await import("./extension");
    return createNodeExtension(context);
  });
}
