import { expect } from "chai";
import * as vscode from "vscode";
import { exists, openFile, removeFiles, workspaceFile } from "./files";
import { waitFor } from "./wait";

const line = "ScoringService — compute evaluation metrics for submissions";
const path = "specs/002-scoring-service/backend-spec.md";

interface Outcome {
  readonly files: vscode.Uri[];
}

const generate = (argument?: object): Thenable<Outcome> =>
  vscode.commands.executeCommand("backend-spec.generateSpec", argument);

describe("Generate Backend Spec", () => {
  afterEach(() => removeFiles("specs/002-scoring-service"));

  it("makes a document from a line, opens it, and undo takes it back", async () => {
    const { files } = await generate({ line });
    expect(files.map(({ path: made }) => made)).to.deep.equal([workspaceFile(path).path]);
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.uri.path).to.equal(workspaceFile(path).path);
    expect(document?.getText()).to.include("# Backend Spec: ScoringService\n");
    expect(document?.isDirty).to.equal(false);
    await vscode.commands.executeCommand("undo");
    await waitFor("the file to be gone", async () => !(await exists(workspaceFile(path))));
  });

  it("makes a document of a format from answers, and asks nothing", async () => {
    const entities = [{ name: "Score", fields: ["metric:str(64)"] }];
    const { files } = await generate({ line, format: "module", answers: { entities } });
    expect(files.map((file) => file.path.split("/").at(-1))).to.deep.equal([
      "module-scoring-service.md",
    ]);
    const text = vscode.window.activeTextEditor?.document.getText();
    expect(text).to.include("# Backend Service Specification: ScoringService\n");
    expect(text).to.include("class Score:");
  });

  it("makes a document from code, and asks nothing", async () => {
    try {
      const outcome: Outcome = await vscode.commands.executeCommand(
        "backend-spec.generateSpecFromCode",
        { from: "bookshop/modules/orders/service.py" },
      );
      expect(
        outcome.files.map((file) => vscode.workspace.asRelativePath(file, false)),
      ).to.deep.equal(["specs/002-order-service/module-order-service.md"]);
      expect(vscode.window.activeTextEditor?.document.getText()).to.include("place_order");
    } finally {
      await removeFiles("specs/002-order-service");
    }
  });

  it("never writes over a file that exists", async () => {
    await openFile(path, "mine");
    // The message offers what to do; nobody answers here.
    void generate({ line, into: "specs/002-scoring-service" });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await vscode.commands.executeCommand("notifications.clearAll");
    const bytes = await vscode.workspace.fs.readFile(workspaceFile(path));
    expect(new TextDecoder().decode(bytes)).to.equal("mine");
  });

  it("says what is wrong with an empty line, and makes nothing", async () => {
    for (const empty of ["", "—", "?!"]) {
      expect((await generate({ line: empty })).files).to.deep.equal([]);
    }
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  it("Escape leaves nothing behind", async () => {
    const running = generate();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    expect((await running).files).to.deep.equal([]);
    expect(await exists(workspaceFile("specs/002-scoring-service"))).to.equal(false);
  });

  it("a folder that cannot be written is said so, and nothing is left", async () => {
    await vscode.workspace.fs.rename(workspaceFile("specs"), workspaceFile("specs.kept"));
    await openFile("specs", "a file, not a folder");
    try {
      expect((await generate({ line })).files).to.deep.equal([]);
      await vscode.commands.executeCommand("notifications.clearAll");
    } finally {
      await removeFiles("specs");
      await vscode.workspace.fs.rename(workspaceFile("specs.kept"), workspaceFile("specs"));
    }
  });
});
