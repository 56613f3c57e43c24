import * as vscode from "vscode";
import type { Server } from "../server";
import { UserProblem } from "../userProblem";
import { fixAll } from "./fixAll";
import { generateSpec } from "./generateSpec";
import { showConfiguration } from "./showConfiguration";

/** What commands work with. */
export interface CommandServices {
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
}

/** What every command of ours returns: the files it made or changed. */
export interface CommandOutcome {
  readonly files: vscode.Uri[];
}

/** Registers every command but the preview's. */
export function registerCommands(
  context: vscode.ExtensionContext,
  services: CommandServices,
): void {
  const register = (id: string, run: (...args: unknown[]) => Promise<CommandOutcome>): void => {
    const guarded = async (...args: unknown[]): Promise<CommandOutcome> => {
      try {
        return await run(...args);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (error instanceof UserProblem) services.log.info(`${id}: ${message}`);
        else services.log.error(`${id}: ${error instanceof Error ? error.stack : message}`);
        void vscode.window.showErrorMessage(message);
        return { files: [] };
      }
    };
    context.subscriptions.push(vscode.commands.registerCommand(`backend-spec.${id}`, guarded));
  };
  register("generateSpec", (argument) => generateSpec(argument, context, services));
  register("fixAll", () => fixAll(services));
  register("showConfiguration", () => showConfiguration(services));
  register("restartServer", async () => {
    await services.server.restart();
    return { files: [] };
  });
  register("showOutput", async () => {
    services.log.show();
    return { files: [] };
  });
}
