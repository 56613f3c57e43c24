import type * as vscode from "vscode";
import { activateExtension } from "../common/activate";
import { createBrowserClient } from "./client";

/** Called by VS Code in the browser. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, (options) => createBrowserClient(context, options));
}
