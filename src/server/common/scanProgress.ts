import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";

/** Milliseconds before a scan is worth showing (ui.md: "indexing longer than a second"). */
const patience = 1000;

/** Shows how far the scan of a folder is, when it takes long. */
export class ScanProgress {
  private readonly began = new Map<string, number>();
  private readonly shown = new Map<string, Promise<WorkDoneProgressServerReporter>>();

  constructor(private readonly connection: Connection) {}

  /** A file more was read. */
  report(folder: string, done: number, total: number): void {
    const began = this.began.get(folder) ?? Date.now();
    this.began.set(folder, began);
    if (done === total) {
      this.finish(folder);
      return;
    }
    if (Date.now() - began < patience) return;
    const known = this.shown.get(folder);
    const reporter = known ?? this.connection.window.createWorkDoneProgress();
    if (known === undefined) {
      this.shown.set(folder, reporter);
      void reporter.then((bar) => bar.begin("Backend Spec: reading the project", 0));
    }
    if (done % 50 === 0) {
      void reporter.then((bar) => bar.report((done / total) * 100, `${done} of ${total} files`));
    }
  }

  private finish(folder: string): void {
    void this.shown.get(folder)?.then((bar) => bar.done());
    this.shown.delete(folder);
    this.began.delete(folder);
  }
}
