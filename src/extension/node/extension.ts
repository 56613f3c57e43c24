import type * as vscode from "vscode";
import type { Extension } from "../common/activate";
import { createExtension } from "../common/extension";
import { createNodeClient } from "./client";

/** The extension with a server in a process of its own. */
export function createNodeExtension(context: vscode.ExtensionContext): Extension {
  return createExtension(context, async (settings) => createNodeClient(context, settings));
}
