import { expect } from "chai";
import { journey } from "./journey";

export default journey({
  title: "the diagrams of Python code follow each keystroke, and lead to the code and back",
  session: { viewport: { width: 1800, height: 900 } },
  run: async (workbench) => {
    const { editor, page } = workbench;
    await workbench.openFile("modules/orders/models.py");
    const icon = page.locator(
      '.editor-actions [aria-label^="Open Diagram Preview to the Side"], .editor-actions [aria-label^="Backend Spec: Open Diagram Preview to the Side"]',
    );
    await icon.first().click();
    const preview = await workbench.waitWebview(".picture svg");
    await preview.locator(".picture", { hasText: "orders" }).first().waitFor();
    await workbench.screenshot("models");

    // A column that is renamed in the code is renamed in the picture, without saving.
    await editor.goTo(42, 13);
    await editor.type("_ordered");
    await preview.locator(".attribute-name", { hasText: "quantity_ordered" }).waitFor();
    await workbench.screenshot("models-typed");

    // A column of the picture leads to its line.
    await preview.locator(".attribute-name", { hasText: "unit_price_cents" }).click();
    await page.locator(".monaco-editor.focused").first().waitFor();
    await workbench.press("Home");
    await preview.locator(".at-cursor", { hasText: "unit_price_cents" }).waitFor();
    const place = await page.locator("#status\\.editor\\.selection").textContent();
    const line = Number(/Ln (\d+)/.exec(place ?? "")?.[1]);
    const lines = await editor.lines();
    expect(lines.find(({ number }) => number === line)?.text).to.include("unit_price_cents");
    await workbench.screenshot("models-column");
    await workbench.runCommand("File: Revert File");

    // The picture of a route stays when a click leads from it into another file.
    await workbench.openFile("modules/orders/router.py");
    await preview.locator(".entry", { hasText: "POST" }).first().waitFor();
    await preview.locator(".entry", { hasText: "POST" }).first().click();
    await workbench.screenshot("router");
    const message = preview.locator("section:visible .messageText").nth(1);
    await message.click();
    await page.waitForTimeout(500);
    expect(await preview.locator(".toolbar .name").textContent()).to.equal("router.py");
    await workbench.screenshot("router-message");
  },
});
