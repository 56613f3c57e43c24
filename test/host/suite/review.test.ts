import { expect } from "chai";
import * as vscode from "vscode";
import { HOST } from "./host";
import { waitFor } from "./wait";

interface Outcome {
  readonly files: vscode.Uri[];
}

const review = (argument: object): Thenable<Outcome> =>
  vscode.commands.executeCommand("backend-spec.review", argument);

describe("Review Backend", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  it("shows the report as a document that is not saved yet", async () => {
    const { files } = await review({ since: "" });
    const [file] = files;
    expect(file?.scheme).to.equal("untitled");
    const document = vscode.workspace.textDocuments.find(({ uri }) => String(uri) === String(file));
    expect(document?.getText()).to.include("# Backend review\n");
    expect(document?.getText()).to.match(/\]\(bookshop\/modules\/\S+\.py#L\d+\)/);
    await waitFor("VS Code's preview of it", () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => /Preview.*backend-review/.test(label)),
      ),
    );
    await vscode.window.showTextDocument(document ?? expect.fail("no document"));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it(
    HOST === "node"
      ? "says why a change cannot be told, and shows nothing"
      : "says that changes need Git, and shows nothing",
    async () => {
      const { files } = await review({ since: "no-such-commit" });
      expect(files).to.deep.equal([]);
      expect(vscode.window.activeTextEditor).to.equal(undefined);
    },
  );
});
