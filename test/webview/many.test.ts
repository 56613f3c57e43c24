import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./browser";
import { diagrams } from "./documents";
import { DOCUMENT, openPreview, type PreviewPage, servePage } from "./previewPage";

let browser: Awaited<ReturnType<typeof launch>>;
let server: Awaited<ReturnType<typeof servePage>>;
let preview: PreviewPage;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), servePage()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});
afterEach(async () => {
  expect(await preview.violations()).toEqual([]);
  await preview.page.close();
});

it("draws 50 diagrams, those in view first, and hears the reader meanwhile", async () => {
  preview = await openPreview(browser.context, server.url);
  const all = Array.from(
    { length: 50 },
    (_, i) => [[`Part ${i}`], `flowchart LR\n  a${i} --> b${i} --> c${i}`] as const,
  );
  await preview.page.evaluate(() => {
    const seen: boolean[] = [];
    Reflect.set(window, "seen", seen);
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        if (addedNodes.length === 0 || !(target instanceof Element)) continue;
        if (!target.classList.contains("picture") || target.closest("[hidden]")) continue;
        seen.push(target.getBoundingClientRect().top < window.innerHeight);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  const message = { kind: "show", revision: 1, document: DOCUMENT, diagrams: diagrams(...all) };
  await preview.post(message);
  await preview.page.locator(".picture > svg").first().waitFor();
  // The page answers while most are yet to be drawn.
  await preview.page.keyboard.press("/");
  await preview.page.keyboard.type("b1");
  expect(await preview.page.textContent(".matches")).toMatch(/of|no match/);
  await preview.page.waitForFunction(() =>
    window.recorder.messages.some((m) => m.kind === "rendered" && m.revision === 1),
  );
  expect(await preview.page.locator(".picture > svg").count()).toBe(50);
  const seen: boolean[] = await preview.page.evaluate(() => Reflect.get(window, "seen"));
  const inView = seen.lastIndexOf(true) + 1;
  expect(inView).toBeGreaterThan(2);
  expect(seen.slice(0, 3)).toEqual([true, true, true]);
  const report = await preview.show(diagrams(...all.slice(0, 49), [["New"], "flowchart LR\n x"]));
  expect(report.drawn).toHaveLength(1);
});

describe("a diagram that is not drawn in time", () => {
  // The layout puts a node of its own on each of the ranks that a line passes.
  const chain = Array.from({ length: 249 }, (_, i) => `  n${i} --> n${i + 1}\n  n0 --> n${i + 1}`);
  const endless = ["flowchart LR", ...chain].join("\n");
  const quick = "flowchart LR\n  a --> b";

  it("is cut off, and the others are drawn", { timeout: 90_000 }, async () => {
    preview = await openPreview(browser.context, server.url);
    preview.page.setDefaultTimeout(60_000);
    const all = diagrams([["Endless"], endless], [["Quick"], quick]);
    await preview.post({ kind: "show", revision: 1, document: DOCUMENT, diagrams: all });
    await preview.page.locator(".stage iframe").waitFor({ state: "attached" });
    // The page hears its reader all the while.
    await preview.page.getByRole("button", { name: "Stay with this document" }).click();
    expect((await preview.received()).at(-1)).toEqual({ kind: "lock", locked: true });
    const { drawn, broken } = await preview.rendered(0);
    expect(drawn).toEqual(["Quick#1"]);
    expect(broken).toEqual([
      {
        id: "Endless#1",
        line: 14,
        message:
          "Mermaid had not drawn this diagram after 10 seconds and was stopped. Make the diagram smaller.",
      },
    ]);
    // One that is good again is drawn as ever.
    const report = await preview.show(diagrams([["Endless"], quick], [["Quick"], quick]));
    expect(report.drawn).toEqual(["Endless#1"]);
    expect(await preview.page.locator(".banner").count()).toBe(0);
  });

  it("makes room for what it is changed to", async () => {
    preview = await openPreview(browser.context, server.url);
    const message = { kind: "show", document: DOCUMENT };
    await preview.show(diagrams([["A"], quick]));
    await preview.post({ ...message, revision: 10, diagrams: diagrams([["A"], endless]) });
    await preview.post({ ...message, revision: 11, diagrams: diagrams([["A"], `${quick} --> c`]) });
    await preview.page.getByText("c", { exact: true }).first().waitFor({ state: "attached" });
    expect(await preview.page.locator(".banner").count()).toBe(0);
  });
});

it("lets a large diagram rest while it is typed", async () => {
  preview = await openPreview(browser.context, server.url);
  const nodes = Array.from({ length: 70 }, (_, i) => `  n${i} --> n${i + 1}`);
  const source = (more: string) => ["flowchart LR", ...nodes, more].join("\n");
  await preview.show(diagrams([["A"], source("")]));
  const after = (await preview.received()).length;
  for (let i = 0; i < 5; i++) {
    const shown = diagrams([["A"], source(`  n0 --> typed${i}`)]);
    await preview.post({ kind: "show", revision: 50 + i, document: DOCUMENT, diagrams: shown });
  }
  const report = await preview.rendered(after);
  expect(report.revision).toBe(54);
  expect(report.drawn).toHaveLength(1);
  expect(await preview.page.textContent(".picture")).toContain("typed4");
});
