import type * as vscode from "vscode";
import type { Extension } from "../common/activate";
import { createExtension } from "../common/extension";
import { createBrowserClient } from "./client";

/** The extension with a server in a Worker. */
export function createBrowserExtension(context: vscode.ExtensionContext): Extension {
  return createExtension(context, async (settings) => createBrowserClient(context, settings));
}
