import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileSystem } from "../ports";
import type { PythonParser } from "../python/parser";
import { linksIn, type SpecLink } from "../spec/document/links";
import { type SpecDocument, SpecReader } from "../spec/document/specDocument";
import { type Formats, ownFormats } from "../spec/formats";
import { type FormatFileProblem, formatsFolder, loadFormats } from "../spec/formats/loadFormats";
import type { Range } from "../text/range";
import { folderOf, joinUri } from "./paths";

interface LastRead {
  readonly reader: SpecReader;
  readonly text: string;
  readonly formats: Formats;
  readonly spec: SpecDocument | undefined;
}

/** A spec of a project, and the path that it stands at. */
export interface PlacedSpec {
  readonly path: string;
  readonly document: TextDocument;
  readonly spec: SpecDocument;
}

/** The spec documents of a project, as far as they are data; and the formats that they are written in. */
export class SpecFiles {
  private loaded: { readonly formats: Formats; readonly problems: readonly FormatFileProblem[] } = {
    formats: ownFormats,
    problems: [],
  };
  /** A reader for each open document, with what it read last. */
  private readonly readers = new Map<string, LastRead>();
  /** Whether there is something at the URIs that links lead to. */
  private readonly there = new Map<string, Promise<boolean>>();

  constructor(
    private readonly root: string,
    private readonly fileSystem: FileSystem,
    private readonly parser: PythonParser,
  ) {}

  /** The product's formats and the project's own. */
  get formats(): Formats {
    return this.loaded.formats;
  }

  /** What is wrong in a format file. */
  problems(path: string): readonly FormatFileProblem[] {
    return this.loaded.problems.filter((problem) => problem.path === path);
  }

  /** The paths of format files that are wrong. */
  get wrongPaths(): readonly string[] {
    return [...new Set(this.loaded.problems.map(({ path }) => path))];
  }

  /** Reads the project's own formats anew. */
  async loadFormats(): Promise<void> {
    this.loaded = await loadFormats(this.root, this.fileSystem);
  }

  /** A document as a spec; `undefined` where it is none. @param isOpen whether it is being edited */
  read(document: TextDocument, isOpen: boolean): SpecDocument | undefined {
    const text = document.getText();
    if (!mayBeSpec(text, this.formats)) return undefined;
    const known = this.readers.get(document.uri);
    if (known?.text === text && known.formats === this.formats) return known.spec;
    const reader = known?.reader ?? new SpecReader((python) => this.parser.read(python));
    const spec = reader.read(text, this.formats);
    if (isOpen) this.readers.set(document.uri, { reader, text, formats: this.formats, spec });
    return spec;
  }

  /** Forgets what is known of a document that was closed. */
  close(uri: string): void {
    this.readers.delete(uri);
  }

  /** Something in the project was made, changed or deleted: what links lead to is looked at again. */
  forgetPlaces(): void {
    this.there.clear();
  }

  /**
   * Which of the paths that a document links to are there. What lies outside of the project is not looked at, and counts
   * as there.
   * @param path the document's
   */
  async existing(spec: SpecDocument, path: string): Promise<ReadonlySet<string>> {
    const found = await Promise.all(
      linksIn(spec).map(async (link) => {
        const places = placesOf(link, path);
        return places.length === 0 || (await this.firstOf(places)) !== undefined ? link.path : [];
      }),
    );
    return new Set(found.flat());
  }

  /**
   * The links of a document that lead to something in the project, with its URI; a module's folder stands for its
   * service, or for what it is imported as.
   * @param path the document's
   */
  async targets(
    spec: SpecDocument,
    path: string,
  ): Promise<{ readonly range: Range; readonly target: string }[]> {
    const found = await Promise.all(
      linksIn(spec).map(async (link) => {
        const place = await this.firstOf(placesOf(link, path));
        if (place === undefined) return [];
        const files = [`${place}/service.py`, `${place}/__init__.py`];
        const target = (await this.firstOf(files)) ?? place;
        return [{ range: link.range, target: joinUri(this.root, target) }];
      }),
    );
    return found.flat();
  }

  /** The first of several paths that is there. */
  private async firstOf(places: readonly string[]): Promise<string | undefined> {
    for (const place of places) if (await this.isThere(joinUri(this.root, place))) return place;
    return undefined;
  }

  private async isThere(uri: string): Promise<boolean> {
    const known = this.there.get(uri) ?? this.look(uri);
    this.there.set(uri, known);
    return await known;
  }

  private async look(uri: string): Promise<boolean> {
    if ((await this.fileSystem.stat(uri).catch(() => undefined)) !== undefined) return true;
    return (await this.fileSystem.readDirectory(uri).catch(() => [])).length > 0;
  }
}

/** The paths of the project that a link may mean; none where it leads outside. */
function placesOf(link: SpecLink, path: string): string[] {
  const folders = link.base === "document" ? [folderOf(path)] : ["", folderOf(path)];
  return folders.flatMap((folder) => {
    const from = link.path.startsWith("/") ? "" : folder;
    return resolvePath(from, link.path) ?? [];
  });
}

/** Whether a path is that of a format file. */
export function isFormatFile(path: string): boolean {
  return path.startsWith(`${formatsFolder}/`) && /\.ya?ml$/i.test(path);
}

/** Whether a path is that of a Markdown file. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Whether a path is that of a file that is a Mermaid diagram. */
export function isDiagramFile(path: string): boolean {
  return /\.(?:mmd|mermaid)$/i.test(path);
}

/** Whether a path is that of a document that rules about specs and diagrams may speak about. */
export function isDocument(path: string): boolean {
  return isMarkdown(path) || isDiagramFile(path);
}

/** Whether a text holds a format's key or title at all: most Markdown does not, and is not parsed. */
function mayBeSpec(text: string, formats: Formats): boolean {
  if (text.includes("backend-spec")) return true;
  const lower = text.toLowerCase();
  return [...formats.values()].some(({ title }) => {
    const [word = ""] = title.toLowerCase().split(/[\s<]/);
    return lower.includes(word);
  });
}

/** A path in a folder of the project as a path of the project; `undefined` where it leads outside. */
function resolvePath(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
