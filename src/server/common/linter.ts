import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileReport } from "../../core/project/fileReport";
import type { Project } from "../../core/project/project";
import { isDiagramFile } from "../../core/project/specFiles";
import { configuredRules, type RuleSelection } from "../../core/rules/activation";
import { diagramSyntax } from "../../core/rules/spec/diagram-syntax/rule";
import type { Settings } from "./protocol";
import type { Workspace } from "./workspace";

/** How long a writer of a diagram has to pause before Mermaid is asked about it (milliseconds). */
const pause = 150;

/** Findings of a document at a version. */
export interface Judged {
  readonly version: number;
  readonly report: FileReport;
}

/**
 * Keeps the findings of open documents up to date. Changes that arrive together are judged once; findings stay until
 * the new ones are there.
 */
export class Linter {
  private readonly judged = new Map<string, Judged>();
  private readonly waiting = new Map<string, TextDocument>();
  private scheduled = false;
  private readonly typed = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly workspace: Workspace,
    private readonly settings: () => Settings,
    private readonly narrow: (project: Project, report: FileReport) => Promise<FileReport>,
    private readonly publish: (uri: string, version: number, report: FileReport) => void,
    private readonly clear: (uri: string) => void,
    private readonly onError: (message: string) => void,
  ) {}

  /** Judges a document soon. */
  schedule(document: TextDocument): void {
    if (!isJudged(document)) return;
    clearTimeout(this.typed.get(document.uri));
    this.typed.delete(document.uri);
    this.soon(document);
  }

  private soon(document: TextDocument): void {
    this.waiting.set(document.uri, document);
    if (this.scheduled) return;
    this.scheduled = true;
    // Lets messages that have arrived already go first, so that a burst of changes is judged once.
    setTimeout(() => void this.run(), 0);
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.judged.delete(uri);
    this.waiting.delete(uri);
    clearTimeout(this.typed.get(uri));
    this.typed.delete(uri);
    this.clear(uri);
  }

  /**
   * What is found in a document as it is now; judged at once when what is known is older, or a file that a fix reaches
   * into has changed since.
   */
  async current(document: TextDocument): Promise<FileReport | undefined> {
    const known = this.judged.get(document.uri);
    if (known?.version === document.version) {
      const project = this.workspace.projectOf(document.uri);
      if (await project.isCurrent(known.report)) return known.report;
    }
    return isJudged(document) ? await this.judge(document) : undefined;
  }

  private async run(): Promise<void> {
    this.scheduled = false;
    const documents = [...this.waiting.values()];
    this.waiting.clear();
    for (const document of documents) {
      if (this.isBeingDrawn(document)) {
        // Mermaid reads a large diagram for longer than a keystroke: it is asked when its writer pauses.
        const timer = setTimeout(() => void this.renew(document), pause);
        this.typed.set(document.uri, timer);
      } else await this.renew(document);
    }
  }

  /** Whether a document that is known already has a diagram that is not. */
  private isBeingDrawn(document: TextDocument): boolean {
    if (!this.judged.has(document.uri) || !this.settings().diagrams.check) return false;
    return this.workspace.projectOf(document.uri).hasNewDiagram(document);
  }

  private async renew(document: TextDocument): Promise<void> {
    const { version } = document;
    const report = await this.judge(document);
    // An answer for a text that has changed meanwhile would make findings jump; the next one is on its way.
    if (report !== undefined && document.version === version) {
      this.publish(document.uri, version, report);
    }
  }

  private async judge(document: TextDocument): Promise<FileReport | undefined> {
    const { enable, lint } = this.settings();
    const project = this.workspace.projectOf(document.uri);
    const path = project.pathOf(document.uri);
    if (path === undefined) return undefined;
    const { version } = document;
    try {
      const report = await this.narrow(
        project,
        await project.check(path, selectionOf(this.settings())),
      );
      const shown =
        enable && lint.run !== "off"
          ? report
          : { ...report, findings: [], baselined: [], errors: [] };
      this.judged.set(document.uri, { version, report: shown });
      return shown;
    } catch (error) {
      this.onError(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
      return undefined;
    }
  }
}

/** The rules that the editor's settings leave: checking diagrams can be turned off. */
export function selectionOf({ diagrams }: Settings): RuleSelection {
  return diagrams.check ? configuredRules : { select: [], ignore: [diagramSyntax.meta.name] };
}

/** Whether a document is one that rules speak about. */
export function isJudged({ languageId, uri }: TextDocument): boolean {
  return (
    languageId === "python" ||
    languageId === "markdown" ||
    isDiagramFile(uri) ||
    uri.endsWith("/.backend-spec.yaml")
  );
}
