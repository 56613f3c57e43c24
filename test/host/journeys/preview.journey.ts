import { expect } from "chai";
import { journey } from "./journey";
import { THEMES, type Theme } from "./workbench";

export default journey({
  title:
    "the preview shows every diagram in every theme, follows typing, keeps a broken one, and offers those of all code",
  run: async (workbench) => {
    const { editor } = workbench;
    await workbench.openFile("docs/diagrams.md");
    await workbench.runCommand("Backend Spec: Open Diagram Preview to the Side");
    const page = await workbench.waitWebview(".picture svg");
    const pictures = page.locator(".picture svg");
    await pictures.nth(4).waitFor();
    expect(await pictures.count()).to.equal(5);
    for (const theme of Object.keys(THEMES) as Theme[]) {
      await workbench.setTheme(theme);
      await workbench.page.waitForTimeout(1500);
      await workbench.screenshot(theme);
    }
    await workbench.setTheme("light");

    // Half a line more, and the text is no diagram any longer: its last picture stays, under the message.
    await editor.goTo(1);
    const lines = await editor.lines();
    const fence = lines.findIndex(({ text }) => text.startsWith("```mermaid"));
    const first = lines[fence + 2];
    if (!first) throw new Error("no diagram on the screen");
    await editor.goTo(first.number, first.text.length + 1);
    await editor.type(" -->|half");
    const problem = page.locator(".banner:visible").first();
    await problem.waitFor();
    expect(await pictures.count()).to.equal(5);
    await workbench.screenshot("broken");
    for (let key = 0; key < 9; key++) await workbench.press("Backspace");
    await problem.waitFor({ state: "hidden" });
    await workbench.screenshot("mended");

    // Below the document's own stands what all code yields.
    await page.getByRole("button", { name: "List of diagrams" }).click();
    await page.locator(".entry", { hasText: "Architecture" }).click();
    await page.locator(".alone .picture", { hasText: "Backend" }).waitFor();
    await workbench.screenshot("architecture");
    const outer = page.locator(".toolbar .name");
    expect(await outer.textContent()).to.equal("diagrams.md");
  },
});
