import { TextDocument } from "vscode-languageserver-textdocument";
import { fingerprint } from "../../edits/fingerprint";
import type { FileCreation, FileEdit, Plan } from "../../edits/plan";
import type { Entry, FileSystem } from "../../ports";
import { readText } from "../register/register";

/** Files as they are after plans that nobody has applied yet, so that one plan can go on from another. */
export class Overlay {
  private readonly texts = new Map<string, string>();

  constructor(private readonly disk: FileSystem) {}

  readonly fileSystem: FileSystem = {
    readFile: async (uri) => {
      const text = this.texts.get(uri);
      return text === undefined ? await this.disk.readFile(uri) : new TextEncoder().encode(text);
    },
    readDirectory: async (uri) => {
      const there =
        (await this.disk.stat(uri)) === undefined ? [] : await this.disk.readDirectory(uri);
      const entries = new Map<string, Entry>(there.map((one) => [one.name, one]));
      for (const path of this.texts.keys()) {
        if (!path.startsWith(`${uri}/`)) continue;
        const [name = "", ...rest] = path.slice(uri.length + 1).split("/");
        if (entries.has(name)) continue;
        entries.set(name, { name, kind: rest.length > 0 ? "folder" : "file", symbolicLink: false });
      }
      return [...entries.values()];
    },
    stat: async (uri) => {
      const text = this.texts.get(uri);
      if (text !== undefined) return { kind: "file", size: text.length };
      const found = await this.disk.stat(uri);
      const isFolder = [...this.texts.keys()].some((path) => path.startsWith(`${uri}/`));
      return found ?? (isFolder ? { kind: "folder", size: 0 } : undefined);
    },
  };

  /** Takes a plan as applied. */
  async apply({ creations, edits }: Plan): Promise<void> {
    for (const { uri, content } of creations) this.texts.set(uri, content);
    for (const { uri, edits: made } of edits) {
      const text = (await readText(uri, this.fileSystem)) ?? "";
      const document = TextDocument.create(uri, "", 0, text);
      this.texts.set(uri, TextDocument.applyEdits(document, [...made]));
    }
  }

  /** All that was taken as applied, as one plan. */
  async plan(title: string): Promise<Plan> {
    const creations: FileCreation[] = [];
    const edits: FileEdit[] = [];
    for (const [uri, content] of this.texts) {
      const before = await readText(uri, this.disk);
      if (before === undefined) creations.push({ uri, content });
      else if (before !== content) edits.push(wholeEdit(uri, before, content));
    }
    return { title, creations, edits };
  }
}

/** The edit between two texts: the lines from the first that differs to the last. */
function wholeEdit(uri: string, before: string, after: string): FileEdit {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  let from = 0;
  while (from < old.length - 1 && from < fresh.length - 1 && old[from] === fresh[from]) from += 1;
  let same = 0;
  const most = Math.min(old.length, fresh.length) - from - 1;
  while (same < most && old[old.length - 1 - same] === fresh[fresh.length - 1 - same]) same += 1;
  const last = old.length - 1 - same;
  const range = {
    start: { line: from, character: 0 },
    end: { line: last, character: old[last]?.length ?? 0 },
  };
  const newText = fresh.slice(from, fresh.length - same).join("\n");
  return { uri, basis: fingerprint(before), edits: [{ range, newText }] };
}
