import * as vscode from "vscode";
import {
  check,
  diagramsSchema,
  offersSchema,
  type ShownDocument,
  type ToPage,
} from "../../../../webview/messages";
import { FollowedDocument } from "./followedDocument";
import { messageOf } from "./messageOf";
import type { AskedDiagram, PreviewTarget } from "./previewTarget";

type Show = Extract<ToPage, { kind: "show" }>;

/** What the language server knows of a document; its answers are checked here. */
export interface PreviewSource {
  /** The diagrams of a document, with those of code that are asked for. */
  diagramsOf(document: vscode.TextDocument, asked: AskedDiagram | undefined): Promise<unknown>;
  /** What else there is for a document. */
  offersOf(document: vscode.TextDocument): Promise<unknown>;
}

/** After the last keystroke in code, in milliseconds: its diagrams cost the server more than finding those of a document. */
const DEBOUNCE = 100;

/**
 * What the page is to show, kept up to date: of the followed document at once, also while it is edited, of code shortly after
 * the last keystroke. What was found for an older state of things is dropped.
 */
export class LivePreview implements vscode.Disposable {
  readonly followed = new FollowedDocument();
  readonly #source: PreviewSource;
  readonly #send: (message: ToPage) => boolean;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = 0;
  #last: ToPage | undefined;
  #offers: Extract<ToPage, { kind: "offers" }> | undefined;
  /** Whether a question is under way, and whether something changed since. */
  #keepsUp: "no" | "yes" | "behind" = "no";
  #asked: AskedDiagram | undefined;
  /** The diagram that is meant, and the first revision whose diagrams were looked for with it in mind. */
  #target: { readonly place: Show["target"]; readonly from: number } | undefined;

  /** @param send gives whether there is a page that hears it */
  constructor(source: PreviewSource, send: (message: ToPage) => boolean) {
    this.#source = source;
    this.#send = send;
    this.#subscriptions = [
      this.followed,
      this.followed.onDidChange(() => {
        this.#asked = undefined;
        this.refresh();
      }),
      vscode.workspace.onDidSaveTextDocument(() => void this.#updateOffers()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !this.#isAbout(document)) return;
        if (document.languageId === "python") this.#updateSoon();
        else void this.#keepUp();
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
    this.#target = undefined;
    if (asked) this.#aim({ id: asked.id });
    else if (line !== undefined) this.#aim({ line });
  }

  /** Shows the diagrams of a kind of all code below those of the document. */
  showWhole(kind: AskedDiagram["kind"]): void {
    const id = `whole:${kind}`;
    this.#asked = { kind, whole: true, id };
    this.#aim({ id });
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
    if (this.#offers) this.#send(this.#offers);
  }

  /** Asks for everything anew. */
  refresh(): void {
    void this.update().then(() => this.#updateOffers());
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
      const answer = check(diagramsSchema, await this.#source.diagramsOf(document, this.#asked));
      if (!answer.ok) throw new Error(`The server's answer ${answer.problem}`);
      return { kind: "show", revision, document: describe(document), diagrams: answer.value };
    } catch (error) {
      const message = vscode.l10n.t("The diagrams cannot be read: {0}", messageOf(error));
      return { kind: "problem", message };
    }
  }

  /** Looks for the diagrams anew, to bring one of them into view. */
  #aim(place: Show["target"]): void {
    this.#target = { place, from: this.#revision + 1 };
    void this.update();
  }

  /**
   * Sends a message, with the diagram that is meant until a page has heard of it. An older message, as it is sent once more
   * when the panel gets the focus, may not have that diagram.
   */
  #deliver(message: ToPage): void {
    const target = this.#target;
    if (message.kind !== "show" || !target || message.revision < target.from) this.#send(message);
    else if (this.#send({ ...message, target: target.place })) this.#target = undefined;
  }

  /** Looks at once, and once more if something has changed meanwhile: a busy server has one question of ours at a time. */
  async #keepUp(): Promise<void> {
    if (this.#keepsUp !== "no") {
      this.#keepsUp = "behind";
      return;
    }
    do {
      this.#keepsUp = "yes";
      await this.update();
    } while (this.#isBehind());
    this.#keepsUp = "no";
  }

  #isBehind(): boolean {
    return this.#keepsUp === "behind";
  }

  /** What else there is; nothing new is offered where it cannot be had. Never rejects. */
  async #updateOffers(): Promise<void> {
    const { uri } = this.followed;
    try {
      const document = await this.followed.document();
      const answer = document && check(offersSchema, await this.#source.offersOf(document));
      if (!answer?.ok || uri?.toString() !== this.followed.uri?.toString()) return;
      this.#offers = { kind: "offers", offers: answer.value };
      this.#send(this.#offers);
    } catch {
      // The server is not there: it says so where the diagrams are asked for.
    }
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.update(), DEBOUNCE);
  }

  /** Whether a change of this document may change a picture: those of code come from several files. */
  #isAbout(document: vscode.TextDocument): boolean {
    if (this.#isFollowed(document)) return true;
    if (document.languageId !== "python" || this.#last?.kind !== "show") return false;
    const { document: shown, diagrams } = this.#last;
    return shown.language === "python" || diagrams.some(({ links }) => links !== undefined);
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
