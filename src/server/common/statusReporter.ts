import type { Connection } from "vscode-languageserver";
import { detection } from "../../core/detection/detection";
import type { Project } from "../../core/project/project";
import { type Status, statusNotification } from "./protocol";
import type { Workspace } from "./workspace";

type Detected = Status["folders"][number]["detected"];

/** Tells the client how the server stands with each folder, and what the code in it looks like. */
export class StatusReporter {
  private readonly detected = new WeakMap<Project, Detected>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: () => Workspace,
  ) {}

  /** Sends how things stand now, and once more when more is known. */
  send(): void {
    void this.connection.sendNotification(statusNotification, this.status());
    clearTimeout(this.timer);
    // Detection runs the whole code base: nobody should wait for it.
    this.timer = setTimeout(() => this.detect(), 0);
  }

  private detect(): void {
    const ready = this.workspace()
      .all()
      .filter(({ scanning }) => !scanning);
    const before = JSON.stringify(this.status());
    for (const { project } of ready) this.detected.set(project, detectedIn(project));
    const after = this.status();
    if (JSON.stringify(after) !== before) {
      void this.connection.sendNotification(statusNotification, after);
    }
  }

  private status(): Status {
    const folders = this.workspace()
      .all()
      .map(({ project, scanning }) => {
        const config = project.configFor("");
        return {
          uri: project.root,
          state: scanning ? ("scanning" as const) : ("ready" as const),
          profile: config.profile?.name ?? null,
          config: config.uri ?? null,
          files: project.pythonPaths.length,
          detected: this.detected.get(project) ?? null,
        };
      });
    return { folders };
  }
}

/** The profile that a folder's main backend looks like. */
function detectedIn({ code }: Project): Detected {
  const [main] = detection.backends(code);
  if (main === undefined) return null;
  const { value = null, reasons } = detection.layout(main, code).profile;
  return { profile: value, reasons: [...reasons] };
}
