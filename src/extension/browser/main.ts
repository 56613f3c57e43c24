import type * as vscode from "vscode";
import { activateExtension } from "../common/activate";

/** Called by VS Code in the browser. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, async () => {
    const { createBrowserExtension } = await import("./extension");
    return createBrowserExtension(context);
  });
}
