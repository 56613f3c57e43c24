import { execFileSync } from "node:child_process";
import { expect } from "chai";
import * as vscode from "vscode";
import { openFile, removeFiles, waitDiagnostics } from "./files";
import { waitFor } from "./wait";

// Not below bookshop/: VS Code keeps the deleted configuration of an earlier test there open for minutes.
// Each test has a file of its own: VS Code may keep the unsaved text of one that was closed a moment ago.
const killed = "shop/typed_killed.py";
const restarted = "shop/typed_restarted.py";
const text =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "x")\n';

/** The server processes that this extension host started. */
function servers(): number[] {
  try {
    const found = execFileSync("pgrep", ["-P", String(process.pid), "-f", "dist/server/node.js"], {
      encoding: "utf8",
    });
    return found.trim().split("\n").map(Number);
  } catch {
    return [];
  }
}

describe("the server's process", () => {
  afterEach(() => removeFiles(killed, restarted));

  it("is started again when it is killed, and findings come back", async () => {
    const { document } = await openFile(killed, text);
    await waitDiagnostics(document.uri, 1);
    const [before] = servers();
    if (before === undefined) throw new Error("no server process");
    process.kill(before, "SIGKILL");
    await waitFor("another server", () => servers().find((pid) => pid !== before));
    await vscode.window.activeTextEditor?.edit((edit) => {
      edit.insert(document.positionAt(text.length), '    raise HTTPException(404, "y")\n');
    });
    await waitDiagnostics(document.uri, 2);
  });

  it("Restart Server ends it and starts another", async () => {
    const { document } = await openFile(restarted, text);
    await waitDiagnostics(document.uri, 1);
    const [before] = servers();
    await vscode.commands.executeCommand("backend-spec.restartServer");
    await waitFor("another server", () => servers().find((pid) => pid !== before));
    expect(servers()).not.to.include(before);
    await waitDiagnostics(document.uri, 1);
  });
});
