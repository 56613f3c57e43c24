import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import * as z from "zod/mini";
import { readDirectoryRequest, readFileRequest, statRequest } from "../../server/common/protocol";

const paramsSchema = z.object({ uri: z.string() });

/** Answers a server that has no file system of its own from the workspace's. */
export function answerFileRequests(client: BaseLanguageClient): void {
  const uriOf = (params: unknown): vscode.Uri => vscode.Uri.parse(paramsSchema.parse(params).uri);
  client.onRequest(readFileRequest, async (params: unknown) => {
    return { base64: toBase64(await vscode.workspace.fs.readFile(uriOf(params))) };
  });
  client.onRequest(readDirectoryRequest, async (params: unknown) => {
    const entries = await vscode.workspace.fs.readDirectory(uriOf(params));
    return entries.map(([name, type]) => ({
      name,
      kind: kindOf(type),
      symbolicLink: (type & vscode.FileType.SymbolicLink) !== 0,
    }));
  });
  client.onRequest(statRequest, async (params: unknown) => {
    try {
      const { type, size } = await vscode.workspace.fs.stat(uriOf(params));
      return { kind: kindOf(type), size };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return null;
      throw error;
    }
  });
}

function kindOf(type: vscode.FileType): "file" | "folder" | "other" {
  if ((type & vscode.FileType.File) !== 0) return "file";
  return (type & vscode.FileType.Directory) !== 0 ? "folder" : "other";
}

function toBase64(bytes: Uint8Array): string {
  const chunk = 0x8000; // Larger argument lists overflow the stack.
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunk) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(binary);
}
