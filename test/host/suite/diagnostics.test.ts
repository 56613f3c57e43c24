import { expect } from "chai";
import * as vscode from "vscode";
import { openFile, removeFiles, waitDiagnostics, workspaceFile } from "./files";
import { waitFor } from "./wait";

const head = "from fastapi import HTTPException\n\n\ndef _missing():\n";

describe("findings", () => {
  let path = "";
  let count = 0;
  beforeEach(() => {
    // A file of its own for each, so that no finding of the one before is taken for the next one's.
    count += 1;
    path = `bookshop/typed${count}.py`;
  });
  afterEach(() => removeFiles(path));

  it("the string alone gets the squiggle, and the fix names it after the imports", async () => {
    const editor = await openFile(path, head);
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '    raise HTTPException(404, "x")\n'));
    const typed = document.getText();
    const [found] = await waitDiagnostics(document.uri, 1);
    if (!found) throw new Error("no diagnostic");
    expect(document.getText(found.range)).to.equal('"x"');
    expect(found.severity).to.equal(vscode.DiagnosticSeverity.Warning);
    expect(found.code).to.have.property("value", "inline-error-string");

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === "Extract to ERROR_X");
    if (!fix?.edit) throw new Error(`no fix among ${actions.map(({ title }) => title)}`);
    expect(fix.isPreferred).to.equal(true);
    await vscode.workspace.applyEdit(fix.edit);
    expect(document.getText()).to.equal(
      'from fastapi import HTTPException\n\nERROR_X = "x"\n\n\ndef _missing():\n    raise HTTPException(404, ERROR_X)\n',
    );
    await waitDiagnostics(document.uri, 0);
    await vscode.commands.executeCommand("undo");
    expect(document.getText()).to.equal(typed);
    await waitDiagnostics(document.uri, 1);
  });

  it("Fix All Problems mends the file in one step, and one undo restores it", async () => {
    const text = `${head}    raise HTTPException(404, "x")\n    raise HTTPException(404, f"no {missing}")\n`;
    const { document } = await openFile(path, text);
    await waitDiagnostics(document.uri, 2);
    await vscode.commands.executeCommand("backend-spec.fixAll");
    await waitDiagnostics(document.uri, 0);
    expect(document.getText()).to.include('ERROR_X = "x"\nERROR_NO = "no {missing}"\n');
    await vscode.commands.executeCommand("undo");
    expect(document.getText()).to.equal(text);
  });

  it("half-typed code keeps what is found in the rest", async () => {
    const text = `${head}    raise HTTPException(404, "x")\n\n\n`;
    const editor = await openFile(path, text);
    await waitDiagnostics(editor.document.uri, 1);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, "def _half(:\n    raise HTTPException(4"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await waitDiagnostics(editor.document.uri, 1)).to.have.length(1);
  });

  it("CRLF and astral characters keep their places", async () => {
    const text = `${head}    "🙂"; raise HTTPException(404, "x")\n`.replaceAll("\n", "\r\n");
    const { document } = await openFile(path, text);
    const [found] = await waitDiagnostics(document.uri, 1);
    expect(found && document.getText(found.range)).to.equal('"x"');
  });

  it("a document of 5 MB is said not to be judged, and the others still are", async () => {
    const { document } = await openFile(path, "x = 1\n".repeat(900_000));
    const [found] = await waitDiagnostics(document.uri, 1);
    expect(found?.message).to.include("larger than 2 MB");
    const small = await openFile("bookshop/small.py", `${head}    raise HTTPException(404, "x")\n`);
    await waitDiagnostics(small.document.uri, 1);
    await removeFiles("bookshop/small.py");
  });

  it("what the example's list of violations names is found when its file is opened", async () => {
    const uri = workspaceFile("bookshop/modules/customers/service.py");
    await vscode.window.showTextDocument(uri);
    const [found] = await waitDiagnostics(uri, 1);
    expect((found?.range.start.line ?? 0) + 1).to.equal(40);
  });
});

describe("the configuration file", () => {
  const path = "bookshop/.backend-spec.yaml";
  afterEach(() => removeFiles(path, "bookshop/typed.py"));

  it("marks a wrong key at its place, and completes right ones", async () => {
    const editor = await openFile(path, "profle: modular\n");
    const [found] = await waitDiagnostics(editor.document.uri, 1);
    expect(found && editor.document.getText(found.range)).to.equal("profle");
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      new vscode.Position(1, 0),
    );
    expect(list.items.map(({ label }) => label)).to.include("profile");
  });

  it("counts for the files below it as it is typed", async () => {
    const python = await openFile(
      "bookshop/typed.py",
      `${head}    raise HTTPException(404, "x")\n`,
    );
    await waitDiagnostics(python.document.uri, 1);
    await openFile(path, "profile: none\n");
    await waitDiagnostics(python.document.uri, 0);
    await removeFiles(path);
    await vscode.window.showTextDocument(python.document);
    await waitFor("the project's configuration to count again", async () => {
      return (await waitDiagnostics(python.document.uri, 1)).length === 1;
    });
  });
});
