import type { BackendSpec } from "../../core/index";
import { folderOfUri } from "../../core/project/paths";
import type { Project } from "../../core/project/project";

interface Folder {
  readonly project: Project;
  readonly ready: Promise<void>;
  readonly abort: AbortController;
  scanning: boolean;
}

/** What the workspace tells the rest of the server. */
export interface WorkspaceEvents {
  /** A folder was scanned, or one was added or removed. */
  onChange(): void;
  onProgress(folder: string, done: number, total: number): void;
  onError(message: string): void;
}

/** The folders that are open in the editor, each a project; files outside them get a project of their folder alone. */
export class Workspace {
  private readonly folders = new Map<string, Folder>();
  private readonly loose = new Map<string, Project>();

  constructor(
    private readonly core: BackendSpec,
    private readonly events: WorkspaceEvents,
  ) {}

  /** Opens a folder and begins to scan it. */
  add(uri: string): void {
    const project = this.core.openProject(uri);
    if (this.folders.has(project.root)) return;
    const abort = new AbortController();
    const progress = (done: number, total: number): void =>
      this.events.onProgress(project.root, done, total);
    const folder: Folder = {
      project,
      abort,
      scanning: true,
      ready: project.scan(progress, abort.signal).then(
        () => this.settle(project.root),
        (error: unknown) => {
          if (!abort.signal.aborted) this.events.onError(`${uri}: ${String(error)}`);
          this.settle(project.root);
        },
      ),
    };
    this.folders.set(project.root, folder);
    this.events.onChange();
  }

  /** Forgets a folder; a scan under way is cancelled. */
  remove(uri: string): void {
    const { root } = this.core.openProject(uri);
    this.folders.get(root)?.abort.abort();
    this.folders.delete(root);
    this.events.onChange();
  }

  /** The folders with what is known of each. */
  all(): readonly { readonly project: Project; readonly scanning: boolean }[] {
    return [...this.folders.values()];
  }

  /** Resolves when every folder that is open now has been scanned. */
  async ready(): Promise<void> {
    await Promise.all([...this.folders.values()].map((folder) => folder.ready));
  }

  /** The project that a file belongs to: of the nearest folder above it. */
  projectOf(uri: string): Project {
    const holding = [...this.folders.values()]
      .map(({ project }) => project)
      .filter((project) => project.pathOf(uri) !== undefined)
      .sort((a, b) => b.root.length - a.root.length);
    return holding[0] ?? this.looseProject(folderOfUri(uri));
  }

  private looseProject(folder: string): Project {
    const known = this.loose.get(folder);
    if (known !== undefined) return known;
    const project = this.core.openProject(folder);
    this.loose.set(folder, project);
    return project;
  }

  private settle(root: string): void {
    const folder = this.folders.get(root);
    if (folder !== undefined) folder.scanning = false;
    this.events.onChange();
  }
}
