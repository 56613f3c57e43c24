import * as vscode from "vscode";
import {
  check,
  diagramsSchema,
  type ShownDocument,
  type ToPage,
} from "../../../../webview/messages";
import { FollowedDocument } from "./followedDocument";
import { messageOf } from "./messageOf";
import type { AskedDiagram, PreviewTarget } from "./previewTarget";

type Show = Extract<ToPage, { kind: "show" }>;

/** Finds the diagrams of a document; the language server does, and its answer is checked here. */
export type DiagramsOf = (
  document: vscode.TextDocument,
  asked: AskedDiagram | undefined,
) => Promise<unknown>;

/** After the last keystroke, in milliseconds. */
const DEBOUNCE = 100;

/**
 * What the page is to show, kept up to date: of the followed document at once when it changes to another, shortly after the
 * last keystroke while it is edited. What was found for an older state of things is dropped.
 */
export class LivePreview implements vscode.Disposable {
  readonly followed = new FollowedDocument();
  readonly #diagramsOf: DiagramsOf;
  readonly #send: (message: ToPage) => boolean;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = 0;
  #last: ToPage | undefined;
  #asked: AskedDiagram | undefined;
  #target: Show["target"];

  /** @param send gives whether there is a page that hears it */
  constructor(diagramsOf: DiagramsOf, send: (message: ToPage) => boolean) {
    this.#diagramsOf = diagramsOf;
    this.#send = send;
    this.#subscriptions = [
      this.followed,
      this.followed.onDidChange(() => {
        this.#asked = undefined;
        void this.update();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#isAbout(document)) this.#updateSoon();
      }),
      // Reverted, changed on disk while closed, or opened anew under another language.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (this.#isFollowed(document)) this.#updateSoon();
      }),
    ];
  }

  /** Shows the diagrams of a document, and brings the one that is meant into view. */
  show({ uri, asked, line }: PreviewTarget): void {
    this.followed.follow(uri);
    this.#asked = asked;
    this.#target = asked ? { id: asked.id } : line === undefined ? undefined : { line };
    if (this.#target) void this.update();
  }

  /** Whether a diagram that is shown leads to this file. */
  leadsTo(uri: string): boolean {
    if (uri === this.followed.uri?.toString()) return true;
    if (this.#last?.kind !== "show") return false;
    return this.#last.diagrams.some(({ links }) => links?.some((link) => link.uri === uri));
  }

  /** The last message once more, for a page that has just been loaded or come back into view. */
  repeat(): void {
    if (this.#last) this.#deliver(this.#last);
    else void this.update();
  }

  /** Asks for the diagrams of now and sends them. Never rejects. */
  async update(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const revision = ++this.#revision;
    const message = await this.#look(revision);
    if (revision !== this.#revision) return;
    this.#last = message;
    this.#deliver(message);
  }

  dispose(): void {
    this.#revision++;
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #look(revision: number): Promise<ToPage> {
    const { uri } = this.followed;
    if (!uri) return { kind: "nothing" };
    const document = await this.followed.document();
    if (!document) {
      const name = nameOf(uri);
      return { kind: "problem", message: vscode.l10n.t("{0} no longer exists.", name) };
    }
    try {
      const answer = check(diagramsSchema, await this.#diagramsOf(document, this.#asked));
      if (!answer.ok) throw new Error(`The server's answer ${answer.problem}`);
      return { kind: "show", revision, document: describe(document), diagrams: answer.value };
    } catch (error) {
      const message = vscode.l10n.t("The diagrams cannot be read: {0}", messageOf(error));
      return { kind: "problem", message };
    }
  }

  /** Sends a message, with the diagram that is meant until a page has heard of it. */
  #deliver(message: ToPage): void {
    const target = this.#target;
    if (message.kind !== "show" || !target) this.#send(message);
    else if (this.#send({ ...message, target })) this.#target = undefined;
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.update(), DEBOUNCE);
  }

  /** Whether a change of this document may change a picture: those of code come from several files. */
  #isAbout(document: vscode.TextDocument): boolean {
    if (this.#isFollowed(document)) return true;
    return (
      document.languageId === "python" &&
      this.#last?.kind === "show" &&
      this.#last.document.language === "python"
    );
  }

  #isFollowed(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.followed.uri?.toString();
  }
}

/** The file's name without its folder. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

function describe({ uri, languageId }: vscode.TextDocument): ShownDocument {
  const name = nameOf(uri);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const path = vscode.workspace.asRelativePath(uri, several);
  const folder = path.endsWith(`/${name}`) ? path.slice(0, -name.length - 1) : "";
  const language = languageId === "python" ? "python" : "markdown";
  return { uri: uri.toString(), name, folder, language };
}
