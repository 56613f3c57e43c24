import * as vscode from "vscode";
import {
  type CommandResult,
  type GenerateSpecArguments,
  serverCommands,
} from "../../../../server/common/protocol";
import type { Server } from "../../server";

/** What a document is generated from, and where it goes. */
export interface SpecChoice {
  readonly folder: vscode.WorkspaceFolder;
  readonly line?: string | undefined;
  readonly format?: string | undefined;
  /** In the form of an answers file. */
  readonly answers?: unknown;
  /** Code, relative to the folder. */
  readonly from?: string | undefined;
  /** A feature folder, relative to the folder; a new one where it is left out. */
  readonly into?: string | undefined;
}

/** Asks the server for the document; nothing is written. */
export async function planSpec(choice: SpecChoice, server: Server): Promise<CommandResult> {
  const { folder, ...rest } = choice;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const argument: GenerateSpecArguments = {
    ...Object.fromEntries(given),
    folder: folder.uri.toString(),
  };
  return await server.run(serverCommands.generateSpec, argument);
}

/** The path of the document that a plan creates, for people; empty where there is none. */
export function plannedPath(result: CommandResult): string {
  const [file] = "problem" in result ? [] : result.files;
  return file === undefined ? "" : vscode.workspace.asRelativePath(vscode.Uri.parse(file));
}
