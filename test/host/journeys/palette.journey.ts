import { expect } from "chai";
import { journey } from "./journey";

export default journey({
  title: "the command palette finds Generate Backend Spec, and Escape closes it",
  run: async (workbench) => {
    await workbench.openPalette("generate backend");
    await workbench.quickInput.item("Generate Backend Spec").waitFor();
    const [first] = await workbench.quickInput.items();
    expect(first).to.equal("Generate Backend Spec");
    await workbench.screenshot("palette");
    await workbench.escape();
    await workbench.quickInput.waitClosed();
  },
});
