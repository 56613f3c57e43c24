import * as vscode from "vscode";
import { folderOf, offerToOpenFolder } from "../spec/workspaceFolder";

/** Where a module is looked for. */
export interface ModulePlace {
  /** The workspace folder's URI. */
  readonly folder: string;
  /** The module that was clicked; empty where none was. */
  readonly module: string;
  /** A module's path in the workspace folder, as the server takes it. */
  pathOf(module: string): string;
}

/** The place of the modules of a workspace folder's project; none where no folder is open, which is offered then. */
export async function modulePlace(
  given: string | undefined,
  clicked: vscode.Uri | undefined,
): Promise<ModulePlace | undefined> {
  const folder = folderOf(given, clicked);
  if (folder === undefined) {
    await offerToOpenFolder();
    return undefined;
  }
  const project = (await projectIn(folder)) ?? "";
  const path = clicked === undefined ? project : pathIn(folder, clicked);
  return {
    folder: folder.uri.toString(),
    module: path === project ? "" : (path.split("/").at(-1) ?? ""),
    pathOf: (module) => (project === "" ? module : `${project}/${module}`),
  };
}

/** The project that was scaffolded into a workspace folder: at its top, else the first below it. */
export async function projectIn(folder: vscode.WorkspaceFolder): Promise<string | undefined> {
  const answers = new vscode.RelativePattern(folder, "**/.backend-spec/scaffold.yaml");
  const found = await vscode.workspace.findFiles(answers, "**/{node_modules,.venv}/**", 100);
  const paths = found.map((uri) => pathIn(folder, vscode.Uri.joinPath(uri, "../..")));
  return paths.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/** A folder relative to its workspace folder; empty for that itself. */
export function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri, false);
  return uri.path === folder.uri.path ? "" : path;
}
