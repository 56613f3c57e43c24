import { expect } from "chai";
import * as vscode from "vscode";
import { workspaceFile } from "./files";
import { waitFor } from "./wait";

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const waitTab = (label: string) =>
  waitFor(`the tab ${label}`, () => tabs().find((tab) => tab.label === label));

describe("Open Diagram Preview", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("shows the diagrams of a Python file, and goes along to the next", async () => {
    const models = workspaceFile("bookshop/modules/orders/models.py");
    const outcome = await vscode.commands.executeCommand<{ files: vscode.Uri[] }>(
      "backend-spec.openPreviewToSide",
      { path: "bookshop/modules/orders/models.py" },
    );
    expect(outcome.files.map(String)).to.deep.equal([String(models)]);
    await waitTab("Preview models.py");
    const router = workspaceFile("bookshop/modules/orders/router.py");
    await vscode.window.showTextDocument(router, { viewColumn: vscode.ViewColumn.One });
    await waitTab("Preview router.py");
    // A preview of code does not leave it for Markdown.
    const page = workspaceFile("docs/diagrams.md");
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.One });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tabs().map(({ label }) => label)).to.include("Preview router.py");
  });

  it("takes one diagram of the code, as lenses ask for it", async () => {
    const uri = workspaceFile("bookshop/modules/orders/models.py").toString();
    const asked = { uri, kind: "er", of: "orders" };
    const outcome = await vscode.commands.executeCommand<{ files: vscode.Uri[] }>(
      "backend-spec.openPreviewToSide",
      asked,
    );
    expect(outcome.files.map(String)).to.deep.equal([uri]);
    await waitTab("Preview models.py");
  });

  it("exports the diagrams of a document into a folder, without a question", async () => {
    const { files } = await vscode.commands.executeCommand<{ files: vscode.Uri[] }>(
      "backend-spec.exportDiagrams",
      { path: "docs/diagrams.md", out: "pictures", format: "png", theme: "light", scale: 1 },
    );
    expect(files).to.have.lengthOf(5);
    for (const file of files) {
      const bytes = await vscode.workspace.fs.readFile(file);
      expect([...bytes.subarray(1, 4)]).to.deep.equal([0x50, 0x4e, 0x47]);
    }
    await vscode.workspace.fs.delete(workspaceFile("pictures"), { recursive: true });
    const code = await vscode.commands.executeCommand<{ files: vscode.Uri[] }>(
      "backend-spec.exportDiagrams",
      { path: "bookshop/modules/orders/models.py", out: "models", format: "mmd" },
    );
    const [first] = code.files;
    const text = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(first ?? expect.fail()),
    );
    expect(text).to.match(/^erDiagram/);
    await vscode.workspace.fs.delete(workspaceFile("models"), { recursive: true });
  });

  it("goes along with a document that is renamed while it is drawn, and stays when that is closed", async () => {
    const [draft, final] = [workspaceFile("draft.md"), workspaceFile("final.md")];
    const fence = "```mermaid\nflowchart LR\n  a --> b\n```\n";
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(`# A\n\n${fence}`));
    await vscode.commands.executeCommand("backend-spec.openPreviewToSide", { path: "draft.md" });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(draft, final);
    expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    await waitTab("Preview final.md");
    const editors = tabs().filter(({ input }) => input instanceof vscode.TabInputText);
    await vscode.window.tabGroups.close(editors);
    const { files } = await vscode.commands.executeCommand<{ files: vscode.Uri[] }>(
      "backend-spec.exportDiagrams",
      { out: "final.svg", format: "svg" },
    );
    const svg = new TextDecoder().decode(await vscode.workspace.fs.readFile(files[0] ?? final));
    expect(svg).to.match(/^<svg/);
    expect(tabs().map(({ label }) => label)).to.include("Preview final.md");
    for (const file of [final, ...files]) await vscode.workspace.fs.delete(file);
  });
});
