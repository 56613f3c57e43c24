import type * as vscode from "vscode";
import { activateExtension } from "../common/activate";
import { createNodeClient } from "./client";

/** Called by VS Code on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, (options) => createNodeClient(context, options));
}
