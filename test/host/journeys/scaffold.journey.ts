import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { journey } from "./journey";
import { waitGone } from "./waitGone";
import { waitText } from "./waitText";

export default journey({
  title:
    "Scaffold Project, Module and Add Field ask, show one diff, discard, apply, and are undone",
  run: async (workbench) => {
    const { quickInput, page } = workbench;
    const main = join(workbench.folder, "order-desk/order_desk/main.py");
    const project = async () => {
      await workbench.runCommand("Scaffold Project");
      await quickInput.waitOpen("Scaffold Project");
      await quickInput.fill("order desk");
      await page.getByText("is no name of a project").waitFor();
      await workbench.screenshot("1-refused");
      await quickInput.fill("order-desk");
      await page.getByText(/Creates \d+ files/).waitFor();
      await workbench.press("Enter");
      await quickInput.pick("modular");
      await quickInput.pick("none");
      await page.locator(".tab.active", { hasText: "Scaffold Project order-desk" }).waitFor();
      await page.locator(".multiDiffEditor").first().waitFor();
    };
    await project();
    await workbench.screenshot("2-diff");
    expect(existsSync(main)).to.equal(false);
    await page.getByRole("button", { name: "Discard Scaffold" }).click();
    expect(existsSync(main)).to.equal(false);

    await project();
    await page.getByRole("button", { name: "Apply Scaffold" }).click();
    await workbench.waitTab("README.md");
    await workbench.screenshot("3-applied");
    expect(await readFile(main, "utf8")).to.include("def create_app() -> FastAPI:");

    await workbench.runCommand("Scaffold Module");
    await quickInput.answer("notes");
    await quickInput.waitPlaceholder("title:str(100)");
    await quickInput.answer("text:txt");
    await page.getByText("There is no type “txt”. Is it text?").waitFor();
    await workbench.screenshot("4-refused");
    await quickInput.answer("text:text; owner:ref(users)");
    await page.getByRole("button", { name: "Apply Scaffold" }).click();
    await workbench.waitTab("models.py");
    const router = join(workbench.folder, "order-desk/order_desk/api/v1/router.py");
    expect(await readFile(router, "utf8")).to.include("api_router.include_router(notes_router)");
    await workbench.screenshot("5-module");

    const models = join(workbench.folder, "order-desk/order_desk/modules/notes/models.py");
    const size = "size: Mapped[int | None]";
    await workbench.runCommand("Add Field");
    await quickInput.answer("notes");
    await quickInput.waitPlaceholder("title:str(100)");
    await quickInput.answer("size:int?");
    await page.getByRole("button", { name: "Apply Scaffold" }).click();
    await waitText(models, size);
    await page.locator(".tab.active", { hasText: "add_size_to_notes.py" }).waitFor();
    await workbench.screenshot("6-field");
    await workbench.editor.focus();
    await workbench.editor.undo();
    await page.locator(".tab", { hasText: "add_size_to_notes.py" }).waitFor({ state: "detached" });
    await workbench.openFile("order-desk/order_desk/modules/notes/models.py");
    await page.getByText("owner_id: Mapped[UUID]").first().waitFor();
    expect(await page.getByText(size).count()).to.equal(0);

    await workbench.editor.focus();
    await workbench.editor.undo();
    await waitGone(models);

    await workbench.openFile("order-desk/order_desk/api/v1/router.py");
    await workbench.editor.focus();
    await page.getByText("api_router.include_router(users_router)").first().waitFor();
    await workbench.screenshot("7-undone");
    expect(await page.getByText("notes_router").count()).to.equal(0);
  },
});
