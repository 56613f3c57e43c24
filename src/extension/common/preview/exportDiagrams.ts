import * as vscode from "vscode";
import * as z from "zod/mini";
import { type DrawnFile, type DrawOptions, drawOptionsSchema } from "../../../../webview/messages";
import { UserProblem } from "../userProblem";
import { exportDefaults } from "./previewSettings";
import { uriOf } from "./previewTarget";

type Format = DrawOptions["format"];

/** What the page has drawn. */
export interface Drawing {
  readonly files: readonly DrawnFile[];
  readonly problems: readonly string[];
}

/** Has the open page draw diagrams: these, or all. */
export type Draw = (options: DrawOptions, ids: readonly string[] | undefined) => Promise<Drawing>;

const { shape } = drawOptionsSchema;
/** What a caller may say beforehand; asked for what is left out. */
const argumentSchema = z.object({
  format: z.optional(shape.format),
  /** A folder, or a file for one diagram: its path, absolute or from a workspace folder. */
  out: z.optional(z.string()),
  scale: z.optional(shape.scale),
  background: z.optional(shape.background),
  theme: z.optional(shape.theme),
});

/**
 * Writes diagrams to files: one where the user says, several into a folder, named by their headings.
 * @param document what lies beside its files where nothing else is said
 * @returns the files; none when the user has left a question
 * @throws UserProblem for an argument that does not fit, or when nothing could be drawn
 */
export async function exportDiagrams(
  argument: unknown,
  document: vscode.Uri,
  draw: Draw,
  ids?: readonly string[],
): Promise<vscode.Uri[]> {
  const isOptions = typeof argument === "object" && !(argument instanceof vscode.Uri);
  const given = argumentSchema.safeParse((isOptions ? argument : undefined) ?? {});
  if (!given.success) {
    const path = given.error.issues[0]?.path.join(".") ?? "";
    throw new UserProblem(vscode.l10n.t('The value of "{0}" does not fit.', path));
  }
  const asked = given.data;
  const ending = /\.(svg|png|mmd)$/i.exec(asked.out ?? "")?.[1]?.toLowerCase();
  const format = asked.format ?? shape.format.safeParse(ending).data ?? (await askFormat());
  if (format === undefined) return [];
  const defaults = exportDefaults();
  const options: DrawOptions = {
    format,
    scale: asked.scale ?? defaults.scale,
    background: asked.background ?? defaults.background,
    theme: asked.theme ?? defaults.theme,
  };
  const { files, problems } = await draw(options, ids);
  if (files.length === 0) {
    throw new UserProblem(problems[0] ?? vscode.l10n.t("There is no diagram to export."));
  }
  const targets = await targetsOf(files, format, document, asked.out);
  for (const [target, file] of targets) {
    await vscode.workspace.fs.writeFile(target, bytesOf(file));
  }
  for (const problem of problems) void vscode.window.showWarningMessage(problem);
  return targets.map(([target]) => target);
}

async function askFormat(): Promise<Format | undefined> {
  const items: (vscode.QuickPickItem & { format: Format })[] = [
    { label: "SVG", description: vscode.l10n.t("sharp at any size"), format: "svg" },
    { label: "PNG", description: vscode.l10n.t("for documents and chats"), format: "png" },
    { label: "Mermaid", description: vscode.l10n.t("the text, as .mmd"), format: "mmd" },
  ];
  const placeHolder = vscode.l10n.t("Export as");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.format;
}

/** Where each file goes; nowhere when the user has left the question. */
async function targetsOf(
  files: readonly DrawnFile[],
  format: Format,
  document: vscode.Uri,
  out: string | undefined,
): Promise<readonly (readonly [vscode.Uri, DrawnFile])[]> {
  const folder = vscode.Uri.joinPath(document, "..");
  const [first] = files;
  const inside = (where: vscode.Uri) =>
    files.map((file) => [vscode.Uri.joinPath(where, `${file.name}.${format}`), file] as const);
  if (out !== undefined) {
    const place = (await uriOf(out)) ?? folder;
    const isFile = /\.(svg|png|mmd)$/i.test(out);
    if (!isFile) return inside(place);
    if (first && files.length === 1) return [[place, first]];
    throw new UserProblem(
      vscode.l10n.t("There are {0} diagrams: name a folder for them.", files.length),
    );
  }
  if (first && files.length === 1) {
    const defaultUri = vscode.Uri.joinPath(folder, `${first.name}.${format}`);
    const filters = { [format.toUpperCase()]: [format] };
    const target = await vscode.window.showSaveDialog({ defaultUri, filters });
    return target ? [[target, first]] : [];
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: folder,
      openLabel: vscode.l10n.t("Export here"),
    })) ?? [];
  return chosen ? inside(chosen) : [];
}

function bytesOf({ content, isBase64 }: DrawnFile): Uint8Array {
  if (!isBase64) return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
