import { fileURLToPath } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyEdits, readEditable } from "../../node/applyPlan";
import type { OpenedProject } from "../openProject";
import type { ApplyEdits } from "./fix";

/** A file that edits change. */
export interface ChangedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** Takes the edits in memory, and nothing to disk. */
export function inMemory({ project, standardInput }: OpenedProject) {
  let version = 1;
  const changed = new Map<string, ChangedFile & { readonly mark: string }>();
  const textOf = async (uri: string) => {
    if (uri === standardInput?.uri) return { mark: "", text: standardInput.getText() };
    return await readEditable(fileURLToPath(uri));
  };
  const apply: ApplyEdits = async (edits) => {
    const next = await Promise.all(
      edits.map(async (edit) => {
        const { uri } = edit;
        const known = changed.get(uri);
        const { mark, text } = known ? { ...known, text: known.after } : await textOf(uri);
        return { uri, mark, before: known?.before ?? text, after: applyEdits(edit, text) };
      }),
    );
    for (const file of next) {
      changed.set(file.uri, file);
      version += 1;
      project.setDocument(TextDocument.create(file.uri, "python", version, file.after));
    }
  };
  const changes = (): readonly ChangedFile[] =>
    [...changed.values()].map(({ uri, mark, before, after }) => ({
      uri,
      before: mark + before,
      after: mark + after,
    }));
  return { apply, changes };
}
