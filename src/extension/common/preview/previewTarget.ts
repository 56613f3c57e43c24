import * as vscode from "vscode";
import { documentInView } from "./followedDocument";

/** What the preview commands take: a file's path, absolute or from a workspace folder, or its address. */
export type PreviewArgument = vscode.Uri | { readonly path?: string } | undefined;

/**
 * The document a command is about: the one it names, else the Markdown document in view.
 * @returns undefined if it names none and none is in view.
 */
export async function previewTarget(argument: unknown): Promise<vscode.Uri | undefined> {
  if (argument instanceof vscode.Uri) return argument;
  const path = pathOf(argument);
  if (path === undefined) return documentInView()?.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isAbsolute = /^([\\/]|[a-z]:[\\/])/i.test(path);
  if (isAbsolute || folders.length === 0) {
    const file = vscode.Uri.file(path);
    // On a remote or virtual workspace a path means a file there.
    const root = folders[0]?.uri;
    return root && root.scheme !== "file" ? root.with({ path: file.path }) : file;
  }
  const candidates = folders.map(({ uri }) => vscode.Uri.joinPath(uri, path));
  for (const uri of candidates) if (await exists(uri)) return uri;
  return candidates[0];
}

function pathOf(argument: unknown): string | undefined {
  if (typeof argument === "string") return argument;
  if (typeof argument !== "object" || argument === null || !("path" in argument)) return undefined;
  return typeof argument.path === "string" && argument.path !== "" ? argument.path : undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
