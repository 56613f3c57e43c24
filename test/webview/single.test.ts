import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launch, photograph } from "./browser";
import { CLASSES, diagrams, fiveDiagrams, SEQUENCE, TABLES } from "./documents";
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
  expect((await preview.received()).filter(({ kind }) => kind === "problem")).toEqual([]);
  await preview.page.close();
});

const open = async (...rest: [] | [Parameters<typeof openPreview>[2]]) => {
  preview = await openPreview(browser.context, server.url, ...rest);
};
const last = async () => (await preview.received()).at(-1);
const reveals = async () => (await preview.received()).filter(({ kind }) => kind === "reveal");
const transform = () =>
  preview.page.$eval(".alone .picture > svg", (svg) => (svg as SVGElement).style.transform);
const lineOf = async (label: string) => {
  const found = await preview.page.evaluate(
    (text) =>
      [...document.querySelectorAll(".sections [data-part]")].findIndex(
        (part) => part.textContent?.replace(/\s+/g, " ").trim() === text,
      ),
    label,
  );
  const part = preview.page.locator(".sections [data-part]").nth(found);
  await part.scrollIntoViewIfNeeded();
  const before = (await reveals()).length;
  await part.dispatchEvent("click");
  const message = (await reveals())[before];
  return message?.kind === "reveal" ? message.line : undefined;
};

describe("from the picture to its source", () => {
  it("goes to the line of a node, an edge, a message, a column", async () => {
    await open();
    const shown = fiveDiagrams();
    await preview.show(shown);
    const at = (diagram: number, text: string) => {
      const { source = "", contentLine = 0 } = shown[diagram] ?? {};
      return contentLine + source.split("\n").findIndex((line) => line.includes(text));
    };
    expect(await lineOf("Client")).toBe(at(0, "client[Client]"));
    expect(await lineOf("Score queue")).toBe(at(0, "[[Score queue]]"));
    expect(await lineOf("queued")).toBe(at(1, "--> queued"));
    expect(await lineOf("retry")).toBe(at(1, ": retry"));
    expect(await lineOf("enqueue")).toBe(at(2, ": enqueue"));
    expect(await lineOf("at least once")).toBe(at(2, "at least once"));
    expect(await lineOf("409")).toBe(at(2, ": 409"));
    expect(await lineOf("has")).toBe(at(3, ": has"));
    expect(await lineOf("submission_id")).toBe(at(3, "uuid submission_id"));
    expect(await lineOf("+datetime created_at")).toBe(at(4, "created_at"));
  });

  it("goes to the code that a diagram of code stands for", async () => {
    await open();
    const [tables] = diagrams([["Tables"], TABLES]);
    if (!tables) throw new Error("one diagram");
    const models = "file:///work/models.py";
    await preview.show([{ ...tables, links: [{ from: 10, uri: models, line: 41 }] }]);
    await lineOf("metric_id");
    expect(await last()).toEqual({ kind: "reveal", uri: models, line: 41 });
    await lineOf("METRIC");
    expect(await last()).toEqual({ kind: "reveal", uri: DOCUMENT.uri, line: tables.line });
  });
});

describe("from the text to the picture", () => {
  it("marks what stands at the cursor, in a document and in code", async () => {
    await open();
    const shown = fiveDiagrams();
    await preview.show(shown);
    const marked = () =>
      preview.page.$$eval(".at-cursor", (all) =>
        all.map((part) => part.textContent?.replace(/\s+/g, " ").trim()).filter(Boolean),
      );
    const line = (shown[2]?.contentLine ?? 0) + 8;
    await preview.post({ kind: "cursor", uri: DOCUMENT.uri, line });
    expect(await marked()).toEqual(["enqueue"]);
    await photograph(preview.page, "cursor-dark");
    // What stands there after an edit is marked, not what stood there before.
    const edited = (shown[2]?.source ?? "").replace(
      "    Service->>Queue",
      "    Service->>Service: check\n$&",
    );
    await preview.show(fiveDiagrams({ 2: edited }));
    expect(await marked()).toEqual(["check"]);
    await preview.post({ kind: "cursor", uri: DOCUMENT.uri, line: 0 });
    expect(await marked()).toEqual([]);
    const [classes] = diagrams([["Schemas"], CLASSES]);
    if (!classes) throw new Error("one diagram");
    const links = [
      { from: 1, uri: "file:///a.py", line: 10 },
      { from: 5, uri: "file:///a.py", line: 20 },
    ];
    await preview.show([{ ...classes, links }]);
    await preview.post({ kind: "cursor", uri: "file:///a.py", line: 22 });
    expect((await marked())[0]).toContain("ScoreRead");
    await preview.post({ kind: "cursor", uri: "file:///a.py", line: 12 });
    expect((await marked())[0]).toContain("ScoreCreate");
  });
});

describe("search", () => {
  it("counts nodes and messages, steps through them, and opens what they come from", async () => {
    await open();
    const shown = fiveDiagrams();
    await preview.show(shown);
    await preview.page.keyboard.press("/");
    await preview.page.keyboard.type("queue");
    expect(await preview.page.textContent(".matches")).toBe("1 of 4");
    expect(await preview.page.textContent(".hit")).toContain("Score");
    await photograph(preview.page, "search-dark");
    await preview.page.keyboard.press("Enter");
    expect(await last()).toMatchObject({ kind: "reveal", line: (shown[0]?.contentLine ?? 0) + 4 });
    await preview.page.keyboard.press("ArrowDown");
    expect(await preview.page.textContent(".matches")).toBe("2 of 4");
    await preview.page.keyboard.press("ArrowUp");
    await preview.page.keyboard.press("ArrowUp");
    expect(await preview.page.textContent(".matches")).toBe("4 of 4");
    await preview.page.keyboard.type("zzz");
    expect(await preview.page.textContent(".matches")).toBe("no match");
    await preview.page.keyboard.press("Escape");
    expect(await preview.page.locator(".hit, .found").count()).toBe(0);
  });
});

describe("one diagram alone", () => {
  it("fills the panel, moves and scales by keys, and goes back", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const section = preview.page.locator("section").nth(2);
    await section.hover();
    await section.getByRole("button", { name: "Show this diagram alone" }).click();
    expect(await preview.page.locator("section:visible").count()).toBe(1);
    const fitted = await transform();
    await preview.page.keyboard.press("+");
    const zoomed = await transform();
    expect(zoomed).not.toBe(fitted);
    await preview.page.keyboard.press("ArrowRight");
    expect(await transform()).not.toBe(zoomed);
    await photograph(preview.page, "single-dark");
    // An edit keeps the view.
    const moved = await transform();
    await preview.show(
      fiveDiagrams({ 2: "sequenceDiagram\n  Client->>Router: POST /scores\n  Router->>Queue: x" }),
    );
    expect(await transform()).toBe(moved);
    await preview.page.keyboard.press("0");
    expect(await transform()).not.toBe(moved);
    await preview.page.keyboard.press("Escape");
    expect(await preview.page.locator("section:visible").count()).toBe(5);
  });

  it("is reached by Tab, and Enter on a node goes to its source", async () => {
    await open();
    const shown = fiveDiagrams();
    await preview.show(shown);
    await preview.page.getByRole("button", { name: "Show this diagram alone" }).nth(1).focus();
    await preview.page.keyboard.press("Enter");
    const node = preview.page.getByRole("button", { name: "running", exact: true });
    await node.focus();
    await photograph(preview.page, "single-focus-dark");
    await preview.page.keyboard.press("Enter");
    expect(await last()).toMatchObject({ kind: "reveal", line: (shown[1]?.contentLine ?? 0) + 3 });
  });

  it("comes back after a reload with its view", async () => {
    await open();
    await preview.show(fiveDiagrams());
    await preview.page.getByRole("button", { name: "Show this diagram alone" }).nth(3).focus();
    await preview.page.keyboard.press("Enter");
    await preview.page.keyboard.press("+");
    await preview.page.keyboard.press("ArrowDown");
    const before = await transform();
    await preview.page.waitForTimeout(400);
    const state = await preview.state();
    await preview.page.close();
    preview = await openPreview(browser.context, server.url, "dark", state);
    await preview.show(fiveDiagrams());
    expect(await preview.page.locator("section:visible").count()).toBe(1);
    expect(await transform()).toBe(before);
  });

  it("opens when it is asked for by its id", async () => {
    await open();
    const shown = fiveDiagrams();
    const message = { kind: "show", revision: 9, document: DOCUMENT, diagrams: shown };
    await preview.post({ ...message, target: { id: shown[1]?.id } });
    await preview.page.locator(".alone .picture > svg").waitFor();
    expect(await preview.page.textContent(".alone h2")).toContain("State machine");
  });
});

describe("the list of diagrams", () => {
  it("names each with its size or its error, and leads there", async () => {
    await open();
    await preview.show(fiveDiagrams({ 2: "sequenceDiagram\n  A->>B" }));
    const entries = preview.page.locator(".entry");
    expect(await entries.allTextContents()).toEqual([
      "Architecture Context6",
      "State machine4",
      "Create scoreline 55",
      "Tables3",
      "Schemas3",
    ]);
    await entries.nth(4).click();
    expect(await preview.page.locator("section").nth(4).isVisible()).toBe(true);
    await preview.page.getByRole("button", { name: "List of diagrams" }).click();
    expect(await preview.page.locator(".rail").isVisible()).toBe(false);
  });

  it("offers what all code yields, below the document's own, and brings its regions up to date", async () => {
    await open();
    await preview.show(fiveDiagrams());
    const offers = {
      whole: [
        { kind: "er", count: 4 },
        { kind: "sequence", count: 2 },
      ],
      hasRegions: true,
    };
    await preview.post({ kind: "offers", offers });
    const groups = preview.page.locator(".rail h2");
    await groups.nth(1).waitFor();
    expect(await groups.allTextContents()).toEqual(["In this document", "Of the code"]);
    await preview.page.getByRole("button", { name: "Tables of all code, 4" }).click();
    expect(await last()).toEqual({ kind: "showWhole", of: "er" });
    const [tables, first, second] = diagrams([[], TABLES], [[], SEQUENCE], [[], SEQUENCE]);
    if (!tables || !first || !second) throw new Error("three diagrams");
    const whole = { ofProject: true, links: [] };
    await preview.show([
      ...fiveDiagrams(),
      { ...tables, ...whole, id: "whole:er", title: "Tables" },
    ]);
    // The one of its kind stands behind the entry of the kind, and has no line of the document.
    expect(await preview.page.locator(".entry").count()).toBe(7);
    expect(await preview.page.locator("section").last().locator(".line").isVisible()).toBe(false);
    const routes = [first, second].map((one, index) => {
      const id = index === 0 ? "whole:sequence" : "whole:sequence#2";
      return { ...one, ...whole, id, title: `GET /${index}` };
    });
    const message = {
      kind: "show",
      revision: 9,
      document: DOCUMENT,
      target: { id: "whole:sequence" },
    };
    await preview.post({ ...message, diagrams: [...fiveDiagrams(), ...routes] });
    await preview.page.locator(".alone .picture > svg").waitFor();
    expect(await preview.page.locator(".inner .entry").count()).toBe(2);
    const current = preview.page.locator(".entry[aria-current] .entry-name");
    expect(await current.allTextContents()).toEqual(["Routes", "GET /0"]);
    await photograph(preview.page, "of-the-code-dark");
    await preview.page.getByRole("button", { name: "Update diagrams from code" }).click();
    expect(await last()).toEqual({ kind: "updateDiagrams" });
  });

  it("is a menu over a narrow panel", async () => {
    await open();
    await preview.page.setViewportSize({ width: 480, height: 700 });
    await preview.page.reload();
    await preview.page.waitForFunction(() => window.recorder.messages.length > 0);
    await preview.show(fiveDiagrams());
    expect(await preview.page.locator(".rail").isVisible()).toBe(false);
    await preview.page.getByRole("button", { name: "List of diagrams" }).click();
    await photograph(preview.page, "narrow-dark");
    await preview.page.locator(".entry").nth(1).click();
    expect(await preview.page.locator(".rail").isVisible()).toBe(false);
  });
});

it("says in words what a picture shows", async () => {
  await open();
  await preview.show(fiveDiagrams());
  const items = (section: number) =>
    preview.page.locator("section").nth(section).locator(".words li").allTextContents();
  expect(await items(1)).toContain("start (queued → running)");
  expect(await items(2)).toEqual([
    "Client",
    "Router",
    "Service",
    "Queue",
    "POST /scores (Client → Router)",
    "create (Router → Service)",
    "enqueue (Service → Queue)",
    "at least once",
    "202 (Router → Client)",
    "409 (Router → Client)",
  ]);
});

it("locks and follows", async () => {
  await open();
  await preview.show(fiveDiagrams());
  await preview.page.getByRole("button", { name: "Stay with this document" }).click();
  expect(await last()).toEqual({ kind: "lock", locked: true });
  await preview.post({ kind: "locked", locked: true });
  await preview.page.getByRole("button", { name: "Follow the editor" }).waitFor();
});

it("finds lines by order, behind comments, with codes in labels, and where names differ from the text", async () => {
  await open();
  const shown = diagrams(
    [["A"], "stateDiagram-v2\n  %% [*] --> no\n  [*] --> a\n  a --> [*]\n  a --> b : x"],
    [["B"], "sequenceDiagram\n  A->>B: hi\n  B->>A: hi\n  A->>B: a #lt; b"],
    [["C"], "classDiagram\n  class Square~Shape~ {\n    +int id\n  }\n  Square : +area() int"],
    [["D"], 'flowchart LR\n  subgraph "One"\n    a["x --> b"] --> b\n  end\n  b --> a'],
  );
  await preview.show(shown);
  const lines = async (section: number) => {
    const { contentLine = 0 } = shown[section] ?? {};
    const parts = preview.page.locator("section").nth(section).locator("[data-part]");
    const found = new Map<string, number>();
    for (const part of await parts.all()) {
      const before = (await reveals()).length;
      await part.dispatchEvent("click");
      const message = (await reveals())[before];
      if (message?.kind !== "reveal") continue;
      found.set((await part.getAttribute("data-part")) ?? "", message.line - contentLine);
    }
    return [...found].sort(([a], [b]) => Number(a) - Number(b)).map(([, line]) => line);
  };
  // Nodes first, then edges: a, b; the start, the end, a to b.
  expect(await lines(0)).toEqual([2, 4, 2, 3, 4]);
  expect(await lines(1)).toEqual([1, 1, 1, 2, 3]);
  expect(await lines(2)).toEqual([1, 2, 4]);
  expect(await lines(3)).toEqual([1, 2, 2, 2, 4]);
  const words = preview.page.locator("section").nth(1).locator(".words li");
  expect(await words.allTextContents()).toContain("a < b (A → B)");
});
