import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { journey } from "./journey";
import { waitGone } from "./waitGone";

const line = "ScoringService — compute evaluation metrics for submissions";
const made = "specs/002-scoring-service/backend-spec.md";
const score =
  "Score metric:str(64), value:float, status:enum(queued,running,done)=queued, version:int=0";

export default journey({
  title:
    "Generate Backend Spec asks step by step, says what is wrong, goes back, writes, and is undone",
  run: async (workbench) => {
    const { quickInput, page } = workbench;
    const file = join(workbench.folder, made);
    await workbench.runCommand("Generate Backend Spec");
    await quickInput.waitOpen("Generate Backend Spec");
    expect(await quickInput.title()).to.include("1/6");
    await quickInput.answer("—");
    await page.getByText("There is no name in").waitFor();
    await workbench.screenshot("1-refused");
    await quickInput.fill(line);
    await page.getByText(`Creates ${made}`).waitFor();
    await workbench.screenshot("1-line");
    await workbench.press("Enter");
    await quickInput.item("service").waitFor();
    await workbench.screenshot("2-format");
    await page.getByRole("button", { name: "Back" }).click();
    await quickInput.waitPlaceholder("ScoringService");
    await workbench.escape();
    await quickInput.waitClosed();
    expect(existsSync(join(workbench.folder, "specs/002-scoring-service"))).to.equal(false);

    await workbench.runCommand("Generate Backend Spec");
    await quickInput.waitPlaceholder("ScoringService");
    await quickInput.answer(line);
    await quickInput.pick("service");
    await quickInput.waitPlaceholder("Score metric");
    expect(await quickInput.title()).to.include("3/6");
    await quickInput.answer("Score metric:strr(64)");
    await page.getByText("There is no type “strr”. Is it str?").waitFor();
    await workbench.screenshot("3-refused");
    await quickInput.fill(score);
    await page.getByText("Score with metric, value, status, version").waitFor();
    await workbench.screenshot("3-model");
    await workbench.press("Enter");
    await page.getByText("Model 2").waitFor();
    await workbench.press("Enter");
    await quickInput.waitPlaceholder("What does it need?");
    await quickInput.pick("Redis");
    await workbench.screenshot("4-needs");
    await workbench.press("Enter");
    await quickInput.waitPlaceholder("What does it do?");
    await quickInput.fill("compute");
    await quickInput.item("compute").waitFor();
    await workbench.screenshot("5-operations");
    await workbench.press("Enter");
    await quickInput.item("A new feature folder").waitFor();
    expect(await quickInput.title()).to.include("6/6");
    await workbench.screenshot("6-place");
    await page.getByRole("button", { name: "Back" }).click();
    await quickInput.waitPlaceholder("What does it do?");
    await quickInput.item("compute").waitFor();
    await workbench.press("Enter");
    await quickInput.item("A new feature folder").waitFor();
    await workbench.press("Enter");

    await workbench.waitTab("backend-spec.md");
    const text = await readFile(file, "utf8");
    for (const part of [
      "# Backend Spec: ScoringService\n",
      "class Score:",
      "| Redis ",
      "| compute ",
    ]) {
      expect(text).to.include(part);
    }
    const preview = await workbench.waitWebview(".picture svg");
    await preview.locator(".picture svg").nth(2).waitFor();
    await page.getByText("places to fill").first().waitFor();
    await workbench.screenshot("document");
    await workbench.editor.focus();
    await workbench.editor.undo();
    await waitGone(file);

    await workbench.runCommand("Generate Backend Spec");
    await quickInput.waitPlaceholder("ScoringService");
    await page.getByText(`Creates ${made}`).waitFor();
    await workbench.press("Enter");
    await quickInput.item("service").waitFor();
    await workbench.press("Enter");
    await page.getByText("Score with metric, value, status, version").waitFor();
    await workbench.screenshot("remembered");
    await workbench.escape();
  },
});
