import { configFileName } from "./configStore";
import { isVersionFile } from "./layout/versionFiles";
import { isDiagramFile, isDocument, isFormatFile } from "./specFiles";

/** Whether the analysis reads files of this name: Python, Markdown, diagrams, configurations, what states versions. */
export function isAnalysed(path: string): boolean {
  return path.endsWith(".py") || isConfig(path) || isVersionFile(path) || isDocument(path);
}

/** Whether a path is a configuration file. */
export function isConfig(path: string): boolean {
  return path === configFileName || path.endsWith(`/${configFileName}`);
}

/** The language of a file, as editors call it. */
export function languageOf(path: string): string {
  if (isDiagramFile(path)) return "mermaid";
  if (isDocument(path)) return "markdown";
  return isConfig(path) || isFormatFile(path) ? "yaml" : "python";
}
