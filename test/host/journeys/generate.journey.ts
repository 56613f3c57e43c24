import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { journey } from "./journey";

const line = "ScoringService — compute evaluation metrics for submissions";
const made = "specs/002-scoring-service/backend-spec.md";

export default journey({
  title: "Generate Backend Spec asks, says what is wrong, goes back, writes, and is undone",
  run: async (workbench) => {
    const { quickInput, page } = workbench;
    await workbench.runCommand("Generate Backend Spec");
    await quickInput.waitOpen("Generate Backend Spec");
    expect(await quickInput.title()).to.include("1/2");
    await quickInput.answer("—");
    await page.getByText("There is no name in").waitFor();
    await workbench.screenshot("refused");
    await quickInput.fill(line);
    await page.getByText(`Creates ${made}`).waitFor();
    await workbench.screenshot("line");
    await workbench.press("Enter");
    await quickInput.item("A new feature folder").waitFor();
    expect(await quickInput.title()).to.include("2/2");
    await workbench.screenshot("place");
    await page.getByRole("button", { name: "Back" }).click();
    await quickInput.waitPlaceholder("ScoringService");
    await workbench.escape();
    await quickInput.waitClosed();
    expect(existsSync(join(workbench.folder, "specs/002-scoring-service"))).to.equal(false);

    await workbench.runCommand("Generate Backend Spec");
    await quickInput.waitPlaceholder("ScoringService");
    await quickInput.answer(line);
    await quickInput.item("A new feature folder").waitFor();
    await workbench.press("Enter");
    await workbench.waitTab("backend-spec.md");
    const text = await readFile(join(workbench.folder, made), "utf8");
    expect(text).to.include("# Backend Spec: ScoringService\n");
    const preview = await workbench.waitWebview(".picture svg");
    await preview.locator(".picture svg").nth(1).waitFor();
    await workbench.screenshot("document");
    await workbench.editor.focus();
    await workbench.editor.undo();
    await waitGone(join(workbench.folder, made));
  },
});

/** Waits until a file is gone, five seconds at most. */
async function waitGone(path: string): Promise<void> {
  for (let look = 0; existsSync(path); look++) {
    if (look > 50) throw new Error(`${path} is still there.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
