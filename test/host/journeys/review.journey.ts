import { journey } from "./journey";

export default journey({
  title: "Review Backend asks what, and shows the report beside its text",
  run: async (workbench) => {
    const { quickInput } = workbench;
    await workbench.runCommand("Backend Spec: Review Backend");
    await quickInput.waitOpen("Review Backend");
    await quickInput.item("Everything there is").waitFor();
    await workbench.screenshot("choices");
    await workbench.press("Enter");
    await workbench.waitTab("backend-review.md");
    const preview = await workbench.waitWebview("h1:has-text('Backend review')", 60_000);
    await preview.locator("h2", { hasText: "Red flags" }).waitFor();
    await workbench.screenshot("report");
  },
});
