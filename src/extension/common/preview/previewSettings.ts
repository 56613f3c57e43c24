import * as vscode from "vscode";
import * as z from "zod/mini";
import { drawOptionsSchema, type Limits, limitsSchema } from "../../../../webview/messages";

const section = "backend-spec.preview";

/** What a diagram may have. A setting that does not fit counts as not set. */
export function previewLimits(): Limits {
  const settings = vscode.workspace.getConfiguration(section);
  const { shape } = limitsSchema;
  return {
    characters: z.catch(shape.characters, 50_000).parse(settings.get("maxCharacters")),
    edges: z.catch(shape.edges, 500).parse(settings.get("maxEdges")),
  };
}

/** How pictures are exported where nothing else is said. */
export function exportDefaults() {
  const settings = vscode.workspace.getConfiguration(`${section}.export`);
  const { shape } = drawOptionsSchema;
  return {
    scale: z.catch(shape.scale, 2).parse(settings.get("scale")),
    background: z.catch(shape.background, "theme").parse(settings.get("background")),
    theme: z.catch(shape.theme, "preview").parse(settings.get("theme")),
  };
}

/** Calls `run` when a setting of the preview has changed. */
export function onPreviewSettings(run: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) run();
  });
}
