import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launch, photograph } from "./browser";
import { ARCHITECTURE, diagrams, fiveDiagrams, SEQUENCE, STATES } from "./documents";
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

const open = async (...rest: [] | [Parameters<typeof openPreview>[2]]) => {
  preview = await openPreview(browser.context, server.url, ...rest);
};
const svgIds = () => preview.page.$$eval(".picture > svg", (all) => all.map(({ id }) => id));
const problems = async () => (await preview.received()).filter(({ kind }) => kind === "problem");

describe("a document with five diagrams", () => {
  it("shows each under its headings, with its type and its line", async () => {
    await open();
    const report = await preview.show(fiveDiagrams());
    expect(report.drawn).toHaveLength(5);
    expect(report.broken).toEqual([]);
    const headings = await preview.page.$$eval("section h2", (all) =>
      all.map((h) => h.textContent),
    );
    expect(headings).toEqual([
      "Architecture Context",
      "Business Logic›State machine",
      "Sequence Diagrams›Create score",
      "Data Models›Tables",
      "Data Models›Schemas",
    ]);
    expect(await preview.page.textContent("section h2 b")).toBe("Architecture Context");
    expect(await preview.page.textContent("section .type")).toBe("flowchart");
    expect(await preview.page.textContent(".toolbar")).toBe(
      "spec.mdspecs/004-scoring-service5 diagrams",
    );
    const images = preview.page.getByRole("img");
    expect(await images.count()).toBe(5);
    await preview.page.getByRole("img", { name: "State machine, stateDiagram-v2" }).waitFor();
  });

  it("leaves the document's own title out of the headings", async () => {
    await open();
    await preview.show(diagrams([["Spec", "A"], STATES], [["Spec", "B", "C"], STATES]));
    const headings = () =>
      preview.page.$$eval("section h2", (all) => all.map((h) => h.textContent));
    expect(await headings()).toEqual(["A", "B›C"]);
    await preview.show(diagrams([["Spec", "A"], STATES], [["Other", "B", "C"], STATES]));
    expect(await headings()).toEqual(["Spec›A", "Other›B›C"]);
  });

  it("goes to the line of a diagram", async () => {
    await open();
    await preview.show(fiveDiagrams());
    await preview.page.getByRole("button", { name: "Go to line 14", exact: true }).click();
    expect((await preview.received()).at(-1)).toEqual({
      kind: "reveal",
      uri: DOCUMENT.uri,
      line: 13,
    });
  });

  it("renders only the diagram that was edited", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const before = await svgIds();
    const report = await preview.show(fiveDiagrams({ 1: `${STATES}\n  failed --> [*]` }));
    expect(report.drawn).toEqual(["Business Logic/State machine#1"]);
    const after = await svgIds();
    expect(after.map((id, index) => id === before[index])).toEqual([true, false, true, true, true]);
  });

  it("renders nothing when only lines have moved, and shows the new lines", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const moved = fiveDiagrams().map((diagram) => ({ ...diagram, line: diagram.line + 3 }));
    const report = await preview.show(moved);
    expect(report.drawn).toEqual([]);
    expect(await preview.page.textContent(".line")).toBe("line 17");
  });

  it("keeps a diagram's picture when one is put before it under the same heading", async () => {
    await open();
    await preview.show(diagrams([["A"], ARCHITECTURE]));
    const [picture] = await svgIds();
    const [first, second] = diagrams([["A"], STATES], [["A"], ARCHITECTURE]);
    if (!first || !second) throw new Error("two diagrams");
    const report = await preview.show([first, { ...second, id: "A#2" }]);
    expect(report.drawn).toEqual(["A#1"]);
    expect((await svgIds())[1]).toBe(picture);
  });

  it("draws two fences of the same text", async () => {
    await open();
    const report = await preview.show(diagrams([["A"], STATES], [["B"], STATES]));
    expect(report.drawn).toEqual(["A#1", "B#1"]);
    expect(new Set(await svgIds()).size).toBe(2);
  });

  it("shows the newest of several sources that come quickly", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const after = (await preview.received()).length;
    const messages = [0, 1, 2, 3, 4].map((i) => ({
      kind: "show",
      revision: 100 + i,
      document: DOCUMENT,
      diagrams: fiveDiagrams({ 0: `${ARCHITECTURE}\n  worker --> n${i}[Node ${i}]` }),
    }));
    await preview.page.evaluate((all) => {
      for (const message of all) window.postMessage(message, "*");
    }, messages);
    await preview.page.waitForFunction(() =>
      window.recorder.messages.some((m) => m.kind === "rendered" && m.revision === 104),
    );
    expect(await preview.page.textContent(".picture")).toContain("Node 4");
    const reports = (await preview.received()).slice(after);
    const drawn = reports.flatMap((report) => (report.kind === "rendered" ? report.drawn : []));
    expect(drawn.length).toBeLessThan(5);
  });

  it("keeps the reader's place while pictures above get other heights", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const top = () =>
      preview.page.$eval("section:nth-child(4)", (s) => s.getBoundingClientRect().top);
    await preview.page.$eval("section:nth-child(4)", (section) => section.scrollIntoView());
    const before = await top();
    const longer = `${STATES}\n  done --> a\n  a --> b : ${"long ".repeat(20)}\n  state a { x --> y }`;
    await preview.show(
      fiveDiagrams({ 1: longer, 0: `${ARCHITECTURE}\n client --> x & y & z & w` }),
    );
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });

  it("comes back to the reader's place after a reload", async () => {
    await open();
    await preview.show(fiveDiagrams());
    await preview.page.$eval("section:nth-child(3)", (section) => section.scrollIntoView());
    await preview.page.waitForTimeout(400);
    const state = await preview.state();
    expect(state).toMatchObject({ uri: DOCUMENT.uri, anchor: { index: 2 } });
    await preview.page.close();
    preview = await openPreview(browser.context, server.url, "dark", state);
    await preview.show(fiveDiagrams());
    const top = await preview.page.$eval("section:nth-child(3)", (section) => {
      const main = section.closest("main")?.getBoundingClientRect().top ?? 0;
      return section.getBoundingClientRect().top - main;
    });
    expect(Math.abs(top - (state?.anchor?.offset ?? Number.NaN))).toBeLessThan(3);
  });
});

describe("a diagram with an error", () => {
  const broken = SEQUENCE.replace("    Service->>Queue: enqueue", "    Service->>Queue");

  it("keeps its last good picture, dimmed, with the error and the way to its line", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const pictures = await svgIds();
    const report = await preview.show(fiveDiagrams({ 2: broken }));
    expect(report.drawn).toEqual([]);
    expect(await svgIds()).toEqual(pictures);
    const section = preview.page.locator("section.broken");
    expect(await section.locator(".banner p").textContent()).toBe(
      "Line 62 Mermaid cannot read this line: a message is missing after the arrow. Service->>Queue",
    );
    const opacity = await section.locator(".picture").evaluate((e) => getComputedStyle(e).opacity);
    expect(Number(opacity)).toBeLessThan(0.6);
    expect(await preview.page.textContent(".errors")).toBe("1 with an error");
    await section.getByRole("button", { name: "Go to line 62" }).click();
    expect((await preview.received()).at(-1)).toMatchObject({ kind: "reveal", line: 61 });
  });

  it("is clean again when it is put right", async () => {
    await open();
    await preview.show(fiveDiagrams());
    await preview.show(fiveDiagrams({ 2: broken }));
    await preview.show(fiveDiagrams());
    expect(await preview.page.locator(".broken, .banner").count()).toBe(0);
    await preview.show(fiveDiagrams({ 2: broken }));
    await preview.show(fiveDiagrams({ 2: `${SEQUENCE}\n  Client->>Router: GET /scores` }));
    expect(await preview.page.locator(".broken, .banner").count()).toBe(0);
  });

  it("shows the error alone if it never was good", async () => {
    await open();
    const report = await preview.show(diagrams([["A"], "flowchart LR\n  A[Client (web)] --> B"]));
    expect(report.broken).toHaveLength(1);
    expect(await preview.page.locator(".picture > svg").count()).toBe(0);
    expect(await preview.page.textContent(".banner p")).toBe(
      "Line 16 Mermaid cannot read this line: “(” stands in a label, which has to be in quotes then. A[Client (web)] --> B",
    );
  });

  it("says what is wrong with an unknown type, an empty one and one that is too long", async () => {
    await open();
    await preview.show(
      diagrams(
        [["Typo"], "flowchrt LR\n  A --> B"],
        [["Unknown"], "uml\n  A --> B"],
        [["Empty"], ""],
        [["Long"], `flowchart LR\n${"  a --> b\n".repeat(6000)}`],
        [
          ["Edges"],
          `flowchart LR\n${Array.from({ length: 501 }, (_, i) => ` a --> b${i}`).join("\n")}`,
        ],
      ),
    );
    expect(await preview.page.$$eval(".banner p", (all) => all.map((p) => p.textContent))).toEqual([
      "Line 15 “flowchrt” is no type of diagram that Mermaid knows; did you mean “flowchart”? flowchrt LR",
      "Line 29 “uml” is no type of diagram that Mermaid knows. uml",
      "Line 43 This diagram is empty. ",
      "Line 56 This diagram has 60,013 characters; the preview draws up to 50,000 (setting backend-spec.preview.maxCharacters). ",
      "Line 6070 This diagram has more than 500 edges, the limit of the preview (setting backend-spec.preview.maxEdges). ",
    ]);
  });

  it("names the line in the document behind front matter, directives and comments", async () => {
    await open();
    const sources = [
      "---\ntitle: A\n---\n\nflowchart LR\n  %% one\n\n  %% two\n  A --> B\n  B --> --> C",
      '%%{init: {\n  "theme": "dark"\n}}%%\nflowchart LR\n  A{x}\n\n\n  B --> --> C',
      "---\ntitle: [x\n---\nflowchart LR\n  A --> B",
      "flowchart LR\n  A[Client --> B\n  B --> C\n",
      'pie title x\n  %% no\n  "a" : 3\n  "b" : x',
      "gitGraph\n  commit\n  checkout nope",
    ];
    const shown = diagrams(...sources.map((source, i) => [[`${i}`], source] as const));
    const { broken: found } = await preview.show(shown);
    const inFence = found.map(({ line }, index) => line - (shown[index]?.contentLine ?? 0));
    expect(inFence).toEqual([9, 7, 2, 1, 3, 2]);
  });
});

describe("a page without diagrams", () => {
  it("says what to do, and offers it", async () => {
    await open();
    await preview.show([]);
    expect(await preview.page.textContent("main")).toContain(
      "No Mermaid diagrams in this document",
    );
    await photograph(preview.page, "empty-dark");
    await preview.page.getByRole("button", { name: "Insert a diagram" }).click();
    const last = (await preview.received()).at(-1);
    expect(last).toEqual({ kind: "insertDiagram", uri: DOCUMENT.uri });
    await preview.post({ kind: "nothing" });
    await preview.page.getByText("No document to preview").waitFor();
  });

  it("says of a Python file what would make a diagram, and does not offer to insert one", async () => {
    await open();
    const document = { ...DOCUMENT, name: "main.py", language: "python" };
    await preview.post({ kind: "show", revision: 1, document, diagrams: [] });
    await preview.page.getByText("Nothing in this file makes a diagram").waitFor();
    expect(await preview.page.getByRole("button", { name: "Insert a diagram" }).count()).toBe(0);
  });

  it("keeps the pictures under a problem of the page, until the next document", async () => {
    await open();
    await preview.show(fiveDiagrams());
    await preview.post({ kind: "problem", message: "spec.md no longer exists." });
    await preview.page.getByText("spec.md no longer exists.").waitFor();
    expect(await svgIds()).toHaveLength(5);
    await photograph(preview.page, "problem-dark");
    await preview.show(fiveDiagrams());
    expect(await preview.page.isVisible(".notice")).toBe(false);
  });
});

describe("messages", () => {
  it("ignores and reports one that does not fit the protocol", async () => {
    await open();
    await preview.show(fiveDiagrams());
    await preview.post({ kind: "show", revision: "1", diagrams: [{ id: 1 }] });
    await preview.post("nonsense");
    await preview.page.waitForFunction(
      () => window.recorder.messages.filter(({ kind }) => kind === "problem").length === 2,
    );
    expect(await svgIds()).toHaveLength(5);
    expect((await problems())[0]).toMatchObject({
      message: expect.stringContaining("does not fit the protocol: revision (invalid_type)"),
    });
  });
});

describe("themes", () => {
  it("draws everything again when the theme changes, also the last good picture", async () => {
    await open();
    const broken = fiveDiagrams({ 0: "flowchart LR\n  A --> --> B" });
    await preview.show(fiveDiagrams());
    await preview.show(broken);
    const before = await svgIds();
    const after = (await preview.received()).length;
    await preview.setTheme("light");
    const report = await preview.rendered(after);
    expect(report.drawn).toHaveLength(5);
    const now = await svgIds();
    expect(now).toHaveLength(5);
    expect(now.filter((id) => before.includes(id))).toEqual([]);
    expect(await preview.page.locator("section.broken").count()).toBe(1);
    const fill = await preview.page.$eval(".node rect", (rect) => getComputedStyle(rect).fill);
    expect(
      fill
        .match(/\d+/g)
        ?.map(Number)
        .every((channel) => channel > 200),
    ).toBe(true);
  });

  it("lets a diagram choose a theme of its own", async () => {
    await open();
    const forest = `%%{init: {"theme": "forest"}}%%\n${ARCHITECTURE}`;
    await preview.show(diagrams([["Own"], forest], [["Ours"], ARCHITECTURE]));
    const fills = await preview.page.$$eval(".picture", (all) =>
      all.map((picture) => getComputedStyle(picture.querySelector(".node rect") ?? picture).fill),
    );
    expect(fills[0]).toBe("rgb(205, 228, 152)");
    expect(fills[1]).not.toBe(fills[0]);
  });

  for (const theme of ["dark", "light", "high-contrast", "high-contrast-light"] as const) {
    it(`looks like a part of VS Code: ${theme}`, async () => {
      await open(theme);
      await preview.show(fiveDiagrams());
      await preview.show(
        fiveDiagrams({ 2: SEQUENCE.replace("Service->>Queue: enqueue", "Service->>Queue") }),
      );
      await photograph(preview.page, `preview-${theme}`);
      await preview.show(fiveDiagrams());
      await preview.page.$eval("main", (main) => main.scrollTo(0, 10_000));
      await photograph(preview.page, `preview-${theme}-end`);
      expect(await problems()).toEqual([]);
    });
  }
});
