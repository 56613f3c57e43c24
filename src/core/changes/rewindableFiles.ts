import type { ChangedFile, Entry, FileStat, FileSystem } from "../ports";
import type { Project } from "../project/project";

/** The files of a folder as they are and, as long as they are wound back, as they were at a commit. */
export class RewindableFiles implements FileSystem {
  private earlier: ReadonlyMap<string, Uint8Array | undefined> | undefined;

  constructor(private readonly files: FileSystem) {}

  async readFile(uri: string): Promise<Uint8Array> {
    if (!this.earlier?.has(uri)) return await this.files.readFile(uri);
    const bytes = this.earlier.get(uri);
    if (bytes === undefined) throw new Error("no such file or folder");
    return bytes;
  }

  readDirectory(uri: string): Promise<readonly Entry[]> {
    return this.files.readDirectory(uri);
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    if (!this.earlier?.has(uri)) return await this.files.stat(uri);
    const bytes = this.earlier.get(uri);
    return bytes && { kind: "file", size: bytes.length };
  }

  /**
   * Shows a project the files as they were while something is done with it. Only what depends on the changed files is
   * computed anew.
   * @param project one that reads from here
   */
  async rewound<T>(
    project: Project,
    changed: readonly ChangedFile[],
    use: () => Promise<T>,
  ): Promise<T> {
    const earlier = new Map<string, Uint8Array | undefined>();
    for (const { now } of changed) if (now !== undefined) earlier.set(now, undefined);
    for (const file of changed) {
      if (file.earlier !== undefined) earlier.set(file.earlier, file.before);
    }
    const refresh = async (): Promise<void> => {
      for (const uri of earlier.keys()) await project.refresh(uri);
    };
    this.earlier = earlier;
    try {
      await refresh();
      return await use();
    } finally {
      this.earlier = undefined;
      await refresh();
    }
  }
}
