import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { keystrokes } from "../../keystroke/typing";
import { memory } from "./memory";
import { openProject } from "./project";

/** Keys before the first one that counts. */
const warmUp = 60;

/**
 * Types into one file of a folder that has been read, as the server does for an editor, with the rules that are on:
 * `typing FOLDER PATH`, where PATH is relative to the folder. Prints `{ facts, checks }`, milliseconds of each key, and
 * the memory afterwards.
 */
async function main([folder = "", path = ""]: readonly string[]): Promise<void> {
  const project = await openProject(folder, 1, undefined);
  await project.scan();
  const file = join(folder, path);
  const text = await readFile(file, "utf8");
  const document = TextDocument.create(pathToFileURL(file).toString(), "python", 1, text);
  project.setDocument(document);
  await project.check(path);
  const { line, indentation } = placeToType(text);
  // A line of its own, as Enter makes one.
  const start = { line, character: 0 };
  const blank = { range: { start, end: start }, text: `${" ".repeat(indentation)}\n` };
  TextDocument.update(document, [blank], document.version + 1);
  let cursor = document.offsetAt({ line, character: indentation });
  const facts: number[] = [];
  const checks: number[] = [];
  for (const key of keystrokes(indentation)) {
    const at = document.positionAt(cursor);
    const change = { range: { start: at, end: at }, text: key };
    const began = performance.now();
    TextDocument.update(document, [change], document.version + 1);
    project.setDocument(document);
    const known = performance.now();
    await project.check(path);
    facts.push(known - began);
    checks.push(performance.now() - known);
    cursor += key.length;
  }
  const counted = { facts: facts.slice(warmUp), checks: checks.slice(warmUp) };
  console.log(JSON.stringify({ ...counted, ...(await memory()) }));
}

/** The line in the middle of a text where a statement of a function's body begins after another, and its indentation. */
function placeToType(text: string): { readonly line: number; readonly indentation: number } {
  const lines = text.split("\n");
  const middle = Math.floor(lines.length / 2);
  for (let line = middle; line < lines.length; line += 1) {
    const indentation = /^( +)return\b/.exec(lines[line] ?? "")?.[1]?.length;
    if (indentation !== undefined) return { line, indentation };
  }
  throw new Error("There is no function in the second half of the file.");
}

void main(process.argv.slice(2));
