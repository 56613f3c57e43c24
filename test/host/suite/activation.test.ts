import { expect } from "chai";
import * as vscode from "vscode";
import { extension } from "./extension";

describe("activation", () => {
  it("activates without an error", async () => {
    await extension().activate();
    expect(extension().isActive).to.equal(true);
  });

  it("registers Generate Backend Spec", async () => {
    await extension().activate();
    expect(await vscode.commands.getCommands(true)).to.include("backend-spec.generateSpec");
  });

  it("offers it in the command palette under exactly this title", () => {
    const manifest: unknown = extension().packageJSON;
    expect(manifest).to.have.nested.property("contributes.commands").that.deep.includes({
      command: "backend-spec.generateSpec",
      title: "Generate Backend Spec",
    });
  });
});
