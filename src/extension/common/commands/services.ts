import type * as vscode from "vscode";
import type { Server } from "../server";

/** What commands work with. */
export interface CommandServices {
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
}
