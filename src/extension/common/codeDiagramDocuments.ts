import * as vscode from "vscode";
import * as z from "zod/mini";
import {
  codeDiagramsParamsSchema,
  codeDiagramsRequest,
  codeDiagramsSchema,
} from "../../server/common/protocol";
import type { Server } from "./server";
import { UserProblem } from "./userProblem";

/** The scheme of documents that hold a diagram of code. */
const scheme = "backend-spec-diagram";
/** How long typing has to pause before the diagrams follow (milliseconds). */
const pause = 300;

const argumentSchema = z.object({ uri: z.string(), line: z.optional(z.number()) });

/**
 * Documents of Markdown that nobody writes: each holds a diagram of code, as the code is now, so that the preview shows it
 * as it shows any other.
 */
export class CodeDiagramDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly open = new Map<string, vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "python") this.follow();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.open.delete(uri.toString())),
    ];
  }

  /**
   * The document to show for an argument of a preview command: of `{ uri, kind, of }` one that holds that diagram, of
   * `{ uri }` that document. `undefined` for other arguments.
   */
  async documentFor(argument: unknown): Promise<vscode.Uri | undefined> {
    if (argument instanceof vscode.Uri) return undefined;
    const asked = codeDiagramsParamsSchema.safeParse(argument);
    if (!asked.success) {
      const plain = argumentSchema.safeParse(argument);
      return plain.success ? vscode.Uri.parse(plain.data.uri) : undefined;
    }
    const { kind, of } = asked.data;
    const name = `${of ?? kind}`.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
    const uri = vscode.Uri.from({
      scheme,
      path: `/${name === "" ? kind : name}.md`,
      query: JSON.stringify(asked.data),
    });
    this.open.set(uri.toString(), uri);
    await vscode.workspace.openTextDocument(uri);
    return uri;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const found = codeDiagramsSchema.parse(
      await this.server.request(codeDiagramsRequest, JSON.parse(uri.query)),
    );
    if (found.problem !== null) throw new UserProblem(found.problem);
    return found.diagrams
      .map(({ title, text, notes }) => {
        const said = notes.map((note) => `${note}\n\n`).join("");
        return `# ${title}\n\n${said}\`\`\`mermaid\n${text}\n\`\`\`\n`;
      })
      .join("\n");
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of this.subscriptions) one.dispose();
  }

  private follow(): void {
    if (this.open.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const uri of this.open.values()) this.changed.fire(uri);
    }, pause);
  }
}
