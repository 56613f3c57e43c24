import * as vscode from "vscode";
import * as z from "zod/mini";
import { codeDiagramsParamsSchema, type DiagramsParams } from "../../../server/common/protocol";
import { documentInView } from "./followedDocument";

/** Diagrams of code that are asked for, and the id that the first has among those that are shown. */
export interface AskedDiagram extends NonNullable<DiagramsParams["asked"]> {
  readonly id: string;
}

/** What a preview command is about. */
export interface PreviewTarget {
  readonly uri: vscode.Uri;
  /** One diagram of the code there. */
  readonly asked?: AskedDiagram;
  /** A zero-based line: the diagram that stands there. */
  readonly line?: number;
}

const pathSchema = z.object({ path: z.string().check(z.minLength(1)) });
const lineSchema = z.object({ uri: z.string(), line: z.optional(z.int()) });

/**
 * What a preview command is about. Its argument is a file's address or path, absolute or from a workspace folder, be it
 * as `{ path }`; `{ uri, line }` of a diagram of Markdown; `{ uri, kind, of }` of one of code; else it is the document in view.
 * @returns undefined if it names none and none is in view, or the view does not count.
 */
export async function previewTarget(
  argument: unknown,
  inView = true,
): Promise<PreviewTarget | undefined> {
  if (argument instanceof vscode.Uri) return { uri: argument };
  const code = codeDiagramsParamsSchema.safeParse(argument);
  if (code.success) {
    const { uri, kind, of } = code.data;
    return { uri: vscode.Uri.parse(uri), asked: { kind, of, id: `${kind}:${of ?? ""}` } };
  }
  const place = lineSchema.safeParse(argument);
  if (place.success) {
    const { uri, line } = place.data;
    return { uri: vscode.Uri.parse(uri), ...(line !== undefined && { line }) };
  }
  const named = pathSchema.safeParse(argument);
  const path = named.success ? named.data.path : argument;
  const uri =
    typeof path === "string" ? await uriOf(path) : inView ? documentInView()?.uri : undefined;
  return uri && { uri };
}

/** The address of a path, absolute or from a workspace folder. */
export async function uriOf(path: string): Promise<vscode.Uri | undefined> {
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

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
