import { expect } from "chai";
import { journey } from "./journey";

export default journey({
  title: "a lens over code opens its own diagram alone, and Escape shows the others",
  session: { viewport: { width: 1800, height: 900 } },
  run: async (workbench) => {
    await workbench.openFile("modules/orders/models.py");
    // Lenses are drawn anew until the server knows the folder; the icon comes after that.
    await workbench.page.locator('.editor-actions [aria-label*="Open Diagram Preview"]').waitFor();
    await workbench.page.getByText("Diagram of this table").first().click();
    const preview = await workbench.waitWebview(".alone .picture svg");
    await preview.locator(".alone .crumbs", { hasText: "orders" }).waitFor();
    expect(await preview.locator("section:visible").count()).to.equal(1);
    await workbench.screenshot("alone");
    await preview.locator(".alone .picture").click({ position: { x: 5, y: 5 } });
    await workbench.escape();
    await preview.locator("section:visible").nth(1).waitFor();
    await workbench.screenshot("all");
  },
});
