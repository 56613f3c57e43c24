import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fingerprint } from "../core/edits/fingerprint";
import type { FileEdit, Plan } from "../core/edits/plan";
import { explain } from "./fileSystem";
import { makeFolder } from "./makeFolder";

/**
 * Writes a plan to disk, all of it or nothing: every target is checked first, and what was written is taken back when
 * a later step fails. Rejects with an `Error` that names the file.
 * @returns the paths that were written.
 */
export async function applyPlan(plan: Plan): Promise<readonly string[]> {
  for (const { uri } of plan.creations) await checkAbsent(fileURLToPath(uri));
  const edited = await Promise.all(plan.edits.map(editedText));
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { uri, content } of plan.creations)
      undo.push(await create(fileURLToPath(uri), content));
    for (const { path, before, after } of edited) {
      undo.push(() => writeFile(path, before));
      await write(path, after);
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
  return [...plan.creations, ...plan.edits].map(({ uri }) => fileURLToPath(uri));
}

async function checkAbsent(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined) throw new Error(`${path}: exists already, and is not overwritten`);
}

interface EditedText {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: string;
}

async function editedText(edit: FileEdit): Promise<EditedText> {
  const path = fileURLToPath(edit.uri);
  const { bytes, mark, text } = await readEditable(path);
  return { path, before: bytes, after: mark + applyEdits(edit, text) };
}

/** A file as edits need it: its text without a byte order mark, and the mark. Rejects for one that is not UTF-8. */
export async function readEditable(path: string) {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Error(`${path}: ${explain(error)}`);
  });
  const mark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? "\ufeff" : "";
  const text = bytes.toString("utf8").slice(mark.length);
  if (!bytes.equals(Buffer.from(mark + text))) {
    throw new Error(`${path}: is not UTF-8 and is not edited`);
  }
  return { bytes, mark, text };
}

/** A text after edits that were made for it; throws when they were made for another one. */
export function applyEdits({ uri, basis, edits }: FileEdit, text: string): string {
  if (fingerprint(text) !== basis) {
    throw new Error(`${fileURLToPath(uri)}: has changed since it was read; run the command again`);
  }
  return TextDocument.applyEdits(
    TextDocument.create(uri, "", 0, text),
    edits.map(({ range, newText }) => ({ range, newText })),
  );
}

/** Creates a file and the folders it needs; returns what takes exactly that back. */
async function create(path: string, content: string): Promise<() => Promise<void>> {
  try {
    const firstNew = await makeFolder(dirname(path));
    await writeFile(path, content, { flag: "wx" });
    return () => rm(firstNew ?? path, { recursive: true });
  } catch (error) {
    throw new Error(`${path}: cannot be written, ${explain(error)}`, { cause: error });
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new Error(`${path}: cannot be written, ${explain(error)}`, { cause: error });
  }
}
