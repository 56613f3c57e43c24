import type { FileReport } from "../../core/project/fileReport";
import type { Project } from "../../core/project/project";
import { selectionOf } from "./linter";
import type { Settings } from "./protocol";
import { shownFindings } from "./shownFindings";
import type { Workspace } from "./workspace";

/** How long changes are gathered before all files are judged again (milliseconds). */
const quietTime = 500;

/** What the linter of a whole workspace asks its surroundings. */
export interface WorkspaceLinterHost {
  settings(): Settings;
  /** Leaves out of a report what the scope leaves out. */
  narrow(project: Project, report: FileReport): Promise<FileReport>;
  /** The files that the scope holds; all where it is `undefined`. */
  pathsIn(project: Project): Promise<ReadonlySet<string> | undefined>;
  /** Whether a file is open in the editor, whose findings are published as it is typed. */
  isOpen(uri: string): boolean;
  publish(uri: string, report: FileReport): void;
  clear(uri: string): void;
  onError(message: string): void;
}

/** Keeps the findings of files that are not open up to date, where a setting asks for it: one file at a time. */
export class WorkspaceLinter {
  private readonly published = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the runs, so that one that is under way knows that it is old. */
  private run = 0;

  constructor(
    private readonly workspace: Workspace,
    private readonly host: WorkspaceLinterHost,
  ) {}

  /** Judges all files again soon; what was begun is dropped. */
  schedule(): void {
    this.run += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.judgeAll(this.run), quietTime);
  }

  private async judgeAll(run: number): Promise<void> {
    const { enable, lint } = this.host.settings();
    const isWanted = enable && lint.run !== "off" && lint.scope !== "openFiles";
    const projects = isWanted ? this.workspace.all().map(({ project }) => project) : [];
    const wanted = new Set<string>();
    for (const project of projects) {
      const held = await this.host.pathsIn(project);
      for (const path of project.lintedPaths.filter((one) => held?.has(one) ?? true)) {
        if (run !== this.run) return;
        const uri = await this.judge(project, path, () => run === this.run);
        if (uri !== undefined) wanted.add(uri);
        // Lets requests of the editor go first.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
    if (run !== this.run) return;
    for (const uri of this.published) {
      if (wanted.has(uri)) continue;
      this.published.delete(uri);
      if (!this.host.isOpen(uri)) this.host.clear(uri);
    }
  }

  /** @returns the file's URI when it has findings that are published. */
  private async judge(
    project: Project,
    path: string,
    isCurrent: () => boolean,
  ): Promise<string | undefined> {
    try {
      const selection = selectionOf(this.host.settings());
      const report = await this.host.narrow(project, await project.check(path, selection));
      const { uri } = report;
      const isClean = shownFindings(report).length === 0;
      if (!isCurrent() || this.host.isOpen(uri) || isClean) return undefined;
      this.host.publish(uri, report);
      this.published.add(uri);
      return uri;
    } catch (error) {
      this.host.onError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}
