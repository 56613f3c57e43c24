import * as vscode from "vscode";

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
