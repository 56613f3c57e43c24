import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { decodeSource } from "../../core/text/decode";
import { UsageError } from "../exit";
import { type AnalysisOptions, type OpenedProject, openProject } from "../openProject";

/**
 * Opens the project around a file whose text comes from standard input, in place of what is on disk.
 * @param name the file's path; it does not have to exist, its folder does
 */
export async function openStandardInput(
  name: string,
  options: AnalysisOptions,
): Promise<OpenedProject> {
  const path = resolve(name);
  const folder = dirname(path);
  if (!existsSync(folder)) throw new UsageError(`${folder}: no such folder`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const { text, error } = decodeSource(Buffer.concat(chunks));
  if (text === undefined) throw new UsageError(`standard input: ${error}`);
  const opened = await openProject([folder], options);
  const document = TextDocument.create(pathToFileURL(path).toString(), "python", 1, text);
  opened.project.setDocument(document);
  return { ...opened, paths: [path], standardInput: document };
}
