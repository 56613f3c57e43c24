import { fingerprint } from "../../edits/fingerprint";
import type { FileEdit, TextEdit } from "../../edits/plan";
import type { FileSystem } from "../../ports";
import { joinUri } from "../../project/paths";
import type { PythonParser } from "../../python/parser";
import type { ManualEdit } from "../landFiles";
import type { GatheringFile } from "../layouts";
import { insertLine, lineText } from "./insertLine";

/**
 * The edits that make a project know a module, in the files that gather routers, models and tasks. What cannot be edited is
 * left to the user, with the text to paste; nothing else stops for it.
 */
export async function register(
  root: string,
  files: readonly GatheringFile[],
  fileSystem: FileSystem,
  parser: PythonParser,
): Promise<{ readonly edits: readonly FileEdit[]; readonly manual: readonly ManualEdit[] }> {
  const edits: FileEdit[] = [];
  const manual: ManualEdit[] = [];
  for (const file of files) {
    const uri = joinUri(root, file.path);
    const text = await readText(uri, fileSystem);
    const made = text === undefined ? "it is not there" : editsOf(file, text, parser);
    if (typeof made === "string" || text === undefined) {
      const reason = `${made}; add to it by hand:`;
      manual.push({ path: file.path, reason, text: file.lines.map(lineText).join("\n") });
    } else if (made.length > 0) edits.push({ uri, basis: fingerprint(text), edits: made });
  }
  return { edits, manual };
}

/** The edits of one file, or why there are none. */
function editsOf(file: GatheringFile, text: string, parser: PythonParser): TextEdit[] | string {
  const { module, errors } = parser.read(text);
  if (errors.length > 0) return `line ${(errors[0]?.start.line ?? 0) + 1} is no Python`;
  const gathering = { body: module.body, lines: text.split(/\r?\n/) };
  const edits: TextEdit[] = [];
  for (const line of file.lines) {
    const edit = insertLine(gathering, line);
    if (edit !== undefined && "noPlace" in edit) return edit.noPlace;
    if (edit !== undefined) edits.push(edit);
  }
  const breaks = text.includes("\r\n") ? "\r\n" : "\n";
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll("\n", breaks) }));
}

/** A file's text without a byte order mark; `undefined` where nothing is. */
export async function readText(uri: string, fileSystem: FileSystem): Promise<string | undefined> {
  if ((await fileSystem.stat(uri))?.kind !== "file") return undefined;
  return new TextDecoder().decode(await fileSystem.readFile(uri));
}
