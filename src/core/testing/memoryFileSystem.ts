import { URI } from "vscode-uri";
import type { Entry, FileSystem } from "../ports";

/** A file system of texts for tests: paths are relative to its root, or whole URIs. */
export class MemoryFileSystem implements FileSystem {
  private readonly files = new Map<string, Uint8Array>();

  constructor(
    files: Readonly<Record<string, string | Uint8Array>> = {},
    private readonly root = "file:///project",
  ) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.files.set(this.pathOf(path), bytes);
  }

  delete(path: string): void {
    this.files.delete(this.pathOf(path));
  }

  async readFile(uri: string): Promise<Uint8Array> {
    const bytes = this.files.get(this.pathOf(uri));
    if (bytes === undefined) throw new Error("no such file or folder");
    return bytes;
  }

  async readDirectory(uri: string): Promise<readonly Entry[]> {
    const folder = `${this.pathOf(uri)}/`;
    const entries = new Map<string, Entry>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(folder)) continue;
      const [name = "", ...rest] = path.slice(folder.length).split("/");
      const kind = rest.length > 0 ? "folder" : "file";
      entries.set(name, { name, kind, symbolicLink: false });
    }
    if (entries.size === 0 && folder !== `${this.pathOf("")}/`)
      throw new Error("no such file or folder");
    return [...entries.values()];
  }

  async stat(uri: string) {
    const path = this.pathOf(uri);
    const bytes = this.files.get(path);
    if (bytes !== undefined) return { kind: "file" as const, size: bytes.length };
    const isFolder = [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
    return isFolder ? { kind: "folder" as const, size: 0 } : undefined;
  }

  private pathOf(pathOrUri: string): string {
    const uri = pathOrUri.includes(":/") ? pathOrUri : `${this.root}/${pathOrUri}`;
    return URI.parse(uri).path.replace(/\/+$/, "");
  }
}
