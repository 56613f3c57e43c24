import { expect } from "chai";
import * as vscode from "vscode";
import { openFile, removeFiles, waitDiagnostics } from "./files";
import { waitFor } from "./wait";

describe("diagrams", () => {
  afterEach(() => removeFiles("docs/flow.md", "docs/data.md"));

  it("a diagram that Mermaid does not take is marked, and its fix mends it", async () => {
    const text = "# Flow\n\n```mermaid\nflowchart LR\n  a[f(x)]\n```\n";
    const { document } = await openFile("docs/flow.md", text);
    const [found] = await waitDiagnostics(document.uri, 1);
    if (!found) throw new Error("no diagnostic");
    expect(found.code).to.have.property("value", "diagram-syntax");
    expect(document.getText(found.range)).to.equal("(");
    // Markdown's own extension, which starts with the first document, has the first questions cancelled.
    const fix = await waitFor("the fix", async () => {
      const actions = await vscode.commands
        .executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          found.range,
          vscode.CodeActionKind.QuickFix.value,
        )
        .then(undefined, () => []);
      return actions.find(({ title }) => title === "Put the label in quotes");
    });
    if (!fix.edit) throw new Error("the fix has no edit");
    await vscode.workspace.applyEdit(fix.edit);
    expect(document.lineAt(4).text).to.equal('  a["f(x)"]');
    await waitDiagnostics(document.uri, 0);
  });

  it("a region of the code is filled by the command, and then is current", async () => {
    const region =
      "<!-- backend-spec: diagram er bookshop/modules/books -->\n<!-- /backend-spec: diagram -->\n";
    const { document } = await openFile("docs/data.md", region);
    await waitDiagnostics(document.uri, 1);
    await vscode.commands.executeCommand("backend-spec.updateDiagrams", {
      uri: document.uri.toString(),
    });
    expect(document.getText()).to.contain("```mermaid\nerDiagram\n    books {\n");
    await waitDiagnostics(document.uri, 0);
  });

  it("a lens over a model opens the preview of its diagram", async () => {
    const uri = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"),
      "bookshop/modules/books/models.py",
    );
    await vscode.workspace.openTextDocument(uri);
    const lens = await waitFor("a lens", async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        uri,
      );
      return lenses.find(({ command }) => command?.title === "Diagram of this table");
    });
    const { command: name, arguments: given = [] } = lens.command ?? { command: "" };
    const shown = await vscode.commands.executeCommand<{ files: vscode.Uri[] }>(name, ...given);
    expect(shown.files.map(String)).to.deep.equal([String(uri)]);
  });
});
