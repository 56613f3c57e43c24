import { expect } from "chai";
import { journey } from "./journey";

const file = "bookshop/modules/customers/service.py";

export default journey({
  title: "an inline error string gets a squiggle, a light bulb mends it, and undo restores it",
  run: async (workbench) => {
    const { editor } = workbench;
    await workbench.openFile(file);
    const problems = await workbench.waitProblems((found) =>
      found.some(({ code }) => code === "inline-error-string"),
    );
    expect(problems).to.deep.include({
      file: "service.py",
      severity: "warning",
      message:
        "Error message is written inline; name it as a module-level constant such as ERROR_CUSTOMER_NOT_FOUND.",
      source: "backend-spec",
      code: "inline-error-string",
      line: 40,
      column: 60,
    });
    await editor.goTo(40, 62);
    await editor.squiggles().first().waitFor();
    await workbench.screenshot("squiggle");
    const offered = await editor.openLightBulb();
    expect(offered[0]?.title).to.equal("Extract to ERROR_CUSTOMER_NOT_FOUND");
    await workbench.screenshot("light-bulb");
    await editor.chooseAction("Extract to ERROR_CUSTOMER_NOT_FOUND");
    await workbench.waitProblems((found) => found.length === 0);
    await editor.goTo(12);
    expect(await editor.text()).to.include("ERROR_CUSTOMER_NOT_FOUND = ");
    await workbench.screenshot("fixed");
    await editor.focus();
    await editor.undo();
    await workbench.waitProblems((found) => found.length === 1);
  },
});
