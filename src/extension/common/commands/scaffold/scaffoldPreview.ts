import * as vscode from "vscode";
import type { CommandResult } from "../../../../server/common/protocol";

const scheme = "backend-spec-scaffold";
const shownKey = "backend-spec.scaffoldPreview";

type Change = Exclude<CommandResult, { problem: string }>;

/** One preview that waits for its answer. */
interface Pending {
  readonly title: string;
  answer(isApplied: boolean): void;
}

/**
 * Shows what a scaffold would change as one multi-file diff, with Apply and Discard in its title bar. Both sides come from
 * here, so that nothing is written before it is applied.
 */
export class ScaffoldPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly subscriptions: vscode.Disposable[];
  private pending: Pending | undefined;
  private shown = 0;

  constructor() {
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        const { pending } = this;
        if (pending && closed.some((tab) => isOf(pending.title, tab))) pending.answer(false);
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  /** Shows a change and waits until it is applied or discarded; closing it discards. */
  async confirm(change: Change): Promise<boolean> {
    this.pending?.answer(false);
    this.texts.clear();
    this.shown += 1;
    const files = await this.sidesOf(change);
    const { title } = change;
    const answered = new Promise<boolean>((resolve) => {
      this.pending = { title, answer: resolve };
    });
    await vscode.commands.executeCommand("setContext", shownKey, true);
    await vscode.commands.executeCommand("vscode.changes", title, files);
    const isApplied = await answered;
    this.pending = undefined;
    await vscode.commands.executeCommand("setContext", shownKey, false);
    await closeTab(title);
    return isApplied;
  }

  /** What Apply and Discard do. */
  answer(isApplied: boolean): void {
    this.pending?.answer(isApplied);
  }

  dispose(): void {
    this.pending?.answer(false);
    for (const one of this.subscriptions) one.dispose();
  }

  /** For each file its URI, and what holds its text before and after. */
  private async sidesOf({ edit }: Change): Promise<[vscode.Uri, vscode.Uri, vscode.Uri][]> {
    const created = new Set<string>();
    const sides: [vscode.Uri, vscode.Uri, vscode.Uri][] = [];
    for (const change of edit.documentChanges ?? []) {
      if ("kind" in change) {
        if (change.kind === "create") created.add(change.uri);
        continue;
      }
      const uri = vscode.Uri.parse(change.textDocument.uri);
      // Our server only sends plain text edits.
      const edits = change.edits as { range: vscode.Range; newText: string }[];
      const isNew = created.has(change.textDocument.uri);
      const before = isNew ? "" : (await vscode.workspace.openTextDocument(uri)).getText();
      const after = isNew ? edits.map(({ newText }) => newText).join("") : edited(before, edits);
      sides.push([uri, this.side(uri, "before", before), this.side(uri, "after", after)]);
    }
    return sides;
  }

  private side(uri: vscode.Uri, name: string, text: string): vscode.Uri {
    const side = vscode.Uri.from({ scheme, path: uri.path, query: `${name}-${this.shown}` });
    this.texts.set(side.toString(), text);
    return side;
  }
}

/** A text after edits that do not overlap. */
function edited(
  text: string,
  edits: readonly { readonly range: vscode.Range; readonly newText: string }[],
): string {
  const starts = [0];
  for (const { index } of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(index + (text.startsWith("\r\n", index) ? 2 : 1));
  }
  const offset = ({ line, character }: vscode.Position) =>
    Math.min((starts[line] ?? text.length) + character, text.length);
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, { range, newText }) =>
        done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
      text,
    );
}

/** Whether a tab shows the change of a title: VS Code adds how many files it has. */
function isOf(title: string, { label }: vscode.Tab): boolean {
  return label === title || label.startsWith(`${title} (`);
}

async function closeTab(title: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const tab = tabs.find((one) => isOf(title, one));
  if (tab !== undefined) await vscode.window.tabGroups.close(tab);
}
