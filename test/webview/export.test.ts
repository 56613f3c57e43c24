import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { DrawOptions, FromPage } from "../../webview/messages";
import { launch } from "./browser";
import { diagrams, fiveDiagrams, STATES } from "./documents";
import { openPreview, type PreviewPage, servePage } from "./previewPage";

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

const PLAIN: DrawOptions = { format: "svg", scale: 2, background: "theme", theme: "preview" };
type Drawn = Extract<FromPage, { kind: "drawn" }>;

let requests = 0;
async function draw(options: Partial<DrawOptions>, ids?: readonly string[]): Promise<Drawn> {
  requests += 1;
  await preview.post({ kind: "draw", request: requests, options: { ...PLAIN, ...options }, ids });
  const found = await preview.page.waitForFunction(
    (request) => window.recorder.messages.find((m) => m.kind === "drawn" && m.request === request),
    requests,
  );
  // The predicate lets nothing else through.
  return (await found.jsonValue()) as Drawn;
}

async function keep(name: string, content: string | Buffer): Promise<void> {
  const folder = join(import.meta.dirname, "..", "..", "out", "preview");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), content);
}

it("writes all as SVG that stands alone, named by their headings", async () => {
  preview = await openPreview(browser.context, server.url);
  await preview.show(fiveDiagrams());
  const { files, problems } = await draw({});
  expect(problems).toEqual([]);
  expect(files.map(({ name }) => name)).toEqual([
    "architecture-context",
    "state-machine",
    "create-score",
    "tables",
    "schemas",
  ]);
  const page = await browser.context.newPage();
  for (const { content } of files) {
    expect(content).not.toMatch(/data-part|class="wide"|foreignObject/);
    await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`);
    expect(await page.evaluate(() => document.documentElement.localName)).toBe("svg");
    expect(await page.locator("parsererror").count()).toBe(0);
  }
  await page.close();
  await keep("export.svg", files[0]?.content ?? "");
});

it("writes PNG at a scale, in a theme and on a ground of its own", async () => {
  preview = await openPreview(browser.context, server.url);
  const shown = fiveDiagrams();
  await preview.show(shown);
  const size = async (options: Partial<DrawOptions>) => {
    const ids = [shown[0]?.id ?? ""];
    const { files } = await draw({ ...options, format: "png" }, ids);
    expect(files).toHaveLength(1);
    const bytes = Buffer.from(files[0]?.content ?? "", "base64");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    await keep(`export-${options.theme ?? "preview"}.png`, bytes);
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  };
  const one = await size({ scale: 1 });
  const three = await size({ scale: 3, theme: "light", background: "white" });
  expect(three).toEqual({ width: one.width * 3, height: one.height * 3 });
  // The page itself keeps its own theme.
  const fill = await preview.page.$eval(".node rect", (rect) => getComputedStyle(rect).fill);
  expect(Number(fill.match(/\d+/)?.[0])).toBeLessThan(100);
});

it("writes Mermaid, says what cannot be drawn, and writes the rest", async () => {
  preview = await openPreview(browser.context, server.url);
  await preview.show(diagrams([["A"], STATES], [["A"], "flowchart LR\n  a --> -->"]));
  expect((await draw({ format: "mmd" })).files.map(({ name }) => name)).toEqual(["a", "a-2"]);
  const { files, problems } = await draw({});
  expect(files.map(({ name }) => name)).toEqual(["a"]);
  expect(problems).toEqual(["A cannot be drawn, see line 36."]);
});

it("copies a diagram as a picture and as Mermaid", async () => {
  preview = await openPreview(browser.context, server.url);
  await preview.show(diagrams([["A"], STATES]));
  await preview.page.locator("section").hover();
  await preview.page.getByRole("button", { name: "Copy as Mermaid" }).click();
  expect((await preview.received()).at(-1)).toEqual({ kind: "copy", text: STATES });
  await preview.page.getByRole("button", { name: "Copy as picture" }).click();
  await preview.page.waitForTimeout(800);
  const types = await preview.page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toEqual(["image/png"]);
});

it("draws with the limits that settings give, and says which one is passed", async () => {
  preview = await openPreview(browser.context, server.url);
  await preview.post({ kind: "limits", limits: { characters: 20, edges: 500 } });
  await preview.show(diagrams([["A"], STATES]));
  expect(await preview.page.textContent(".banner p")).toContain(
    "backend-spec.preview.maxCharacters",
  );
  const after = (await preview.received()).length;
  await preview.post({ kind: "limits", limits: { characters: 5000, edges: 500 } });
  await preview.rendered(after);
  expect(await preview.page.locator(".banner").count()).toBe(0);
});
