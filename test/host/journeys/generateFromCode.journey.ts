import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { journey } from "./journey";
import { waitGone } from "./waitGone";

const made = "specs/002-order-service/module-order-service.md";

export default journey({
  title: "Generate Spec from Code offers the modules, and fills a document from one",
  run: async (workbench) => {
    const { quickInput, page } = workbench;
    await workbench.runCommand("Backend Spec: Generate Spec from Code");
    await quickInput.waitPlaceholder("Which code is it about?");
    await quickInput.item("orders").waitFor();
    await workbench.screenshot("1-code");
    await quickInput.pick("orders");
    await quickInput.item("module").waitFor();
    expect(await quickInput.title()).to.include("2/3");
    await workbench.screenshot("2-format");
    await workbench.press("Enter");
    await quickInput.item("A new feature folder").waitFor();
    await workbench.screenshot("3-place");
    await workbench.press("Enter");
    await workbench.waitTab("module-order-service.md");
    const text = await readFile(join(workbench.folder, made), "utf8");
    expect(text).to.include("module: bookshop/modules/orders\n");
    expect(text).to.include("class OrderService:");
    const preview = await workbench.waitWebview(".picture svg");
    await preview.locator(".picture svg").nth(1).waitFor();
    await page.getByText("places to fill").first().waitFor();
    await workbench.screenshot("document");
    await workbench.editor.focus();
    await workbench.editor.undo();
    await waitGone(join(workbench.folder, made));
  },
});
