import type { TextEdit } from "../edits/plan";
import { parseMarkdown } from "../markdown/parseMarkdown";
import type { Finding } from "../rules/finding";
import { ignoreEdit } from "../rules/suppressions/ignoreEdit";
import { ignoreMarkdown } from "../rules/suppressions/markdown/ignoreMarkdown";
import type { Project } from "./project";
import { isDiagramFile, isDocument } from "./specFiles";

/** The edit that silences a finding by a comment; `undefined` in a file that cannot be read. @param path the file's */
export async function silence(
  project: Project,
  path: string,
  finding: Finding,
): Promise<TextEdit | undefined> {
  // A diagram has no comments that Markdown would take for one.
  if (isDiagramFile(path)) return undefined;
  if (isDocument(path)) {
    const document = await project.textOf(path);
    return document && ignoreMarkdown(finding, parseMarkdown(document.getText()));
  }
  const file = await project.pythonFile(path);
  return file && ignoreEdit(finding, file);
}
