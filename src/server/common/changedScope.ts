import { changesOf } from "../../core/changes/changesOf";
import { touchedIn } from "../../core/changes/touched";
import type { Changes, FileSystem, VersionControl } from "../../core/ports";
import type { FileReport } from "../../core/project/fileReport";
import type { Project } from "../../core/project/project";

/** What the scope of changed lines asks its surroundings. */
export interface ChangedScopeHost {
  /** `undefined` where there is no version control, as in a browser. */
  readonly versionControl: VersionControl | undefined;
  readonly fileSystem: FileSystem;
  /** The commit or branch that changes are counted from. */
  reference(): string;
  onError(message: string): void;
}

/** Narrows what is found to lines and functions that changed since a commit. */
export class ChangedScope {
  private readonly known = new Map<string, Promise<Changes | undefined>>();
  private readonly read = new Map<string, Promise<Uint8Array | undefined>>();
  private told = "";

  constructor(private readonly host: ChangedScopeHost) {}

  /** Files or commits may be others: asks again. */
  refresh(): void {
    this.known.clear();
    this.read.clear();
  }

  /** The project's files that changed on disk, by their paths; `undefined` where that cannot be told. */
  async changedPaths(project: Project): Promise<ReadonlySet<string> | undefined> {
    const changes = await this.changesOf(project);
    return (
      changes && new Set(changes.files.flatMap(({ now }) => (now && project.pathOf(now)) || []))
    );
  }

  /** A report without what the change did not touch; all of it where that cannot be told. */
  async narrow(project: Project, report: FileReport): Promise<FileReport> {
    const changes = await this.changesOf(project);
    const { document, path, uri } = report;
    if (changes === undefined || document === undefined || !path.endsWith(".py")) return report;
    const change = changes.files.find(({ now }) => now === uri);
    if (change !== undefined && change.before === undefined) return report;
    // What is not saved yet is compared with the file, which is what it was.
    const before = change?.before ?? (await this.onDisk(uri));
    const isTouched = await touchedIn(project, path, before, document);
    if (isTouched === undefined) return report;
    return {
      ...report,
      findings: report.findings.filter(({ range }) => isTouched(range)),
      baselined: report.baselined.filter(({ finding }) => isTouched(finding.range)),
    };
  }

  /** What a file holds on disk, read once until something may have changed: this is asked with every keystroke. */
  private onDisk(uri: string): Promise<Uint8Array | undefined> {
    let bytes = this.read.get(uri);
    if (bytes === undefined) {
      bytes = this.host.fileSystem.readFile(uri).catch(() => undefined);
      this.read.set(uri, bytes);
    }
    return bytes;
  }

  private async changesOf(project: Project): Promise<Changes | undefined> {
    let changes = this.known.get(project.root);
    if (changes === undefined) {
      changes = this.ask(project);
      this.known.set(project.root, changes);
    }
    return await changes;
  }

  private async ask(project: Project): Promise<Changes | undefined> {
    const { versionControl } = this.host;
    try {
      if (versionControl === undefined) throw new Error("There is no Git here.");
      return await changesOf(project, versionControl, this.host.reference());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // Once is enough: it is asked with every save.
      if (message !== this.told) {
        this.host.onError(`${message} All findings are shown, not only those on changed lines.`);
      }
      this.told = message;
      return undefined;
    }
  }
}
