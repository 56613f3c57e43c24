import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { launch } from "./browser";
import { diagrams, STATES } from "./documents";
import { openPreview, type PreviewPage, servePage } from "./previewPage";

/** What a document from a stranger may try. None of it may run, load, or lead anywhere. */

let browser: Awaited<ReturnType<typeof launch>>;
let server: Awaited<ReturnType<typeof servePage>>;
let preview: PreviewPage;
let outside: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), servePage()]);
  browser.context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !url.startsWith("data:")) outside.push(url);
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
});
afterEach(() => preview.page.close());

/** Shows sources, and gives what was left of them in the page. */
async function attack(...sources: readonly string[]): Promise<string> {
  outside = [];
  preview = await openPreview(browser.context, server.url);
  await preview.show(
    diagrams(...sources.map((source, i) => [[`${i}`], source] as const), [["good"], STATES]),
  );
  await preview.page.waitForTimeout(200);
  expect(await preview.page.evaluate(() => Reflect.get(window, "pwned"))).toBeUndefined();
  expect(await preview.violations()).toEqual([]);
  expect(outside).toEqual([]);
  expect(preview.page.url()).toBe(server.url);
  expect(await preview.page.locator("section").last().locator(".picture > svg").count()).toBe(1);
  const dangerous = await preview.page.$$eval(".picture *", (all) =>
    all.flatMap((e) => [
      ...(/^(script|iframe|object|embed)$/i.test(e.localName) ? [e.localName] : []),
      ...[...e.attributes]
        .filter(({ name, value }) => /^on/i.test(name) || /javascript:/i.test(value))
        .map(({ name, value }) => `${name}=${value}`),
      ...(e.localName === "a" && e.hasAttribute("href") ? ["a[href]"] : []),
    ]),
  );
  expect(dangerous).toEqual([]);
  return await preview.page.$$eval(".picture", (all) => all.map((e) => e.innerHTML).join("\n"));
}

const LOOSE =
  '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%';

it("runs no script in a label, with or without a looser level asked for", async () => {
  const body = `flowchart LR
  A["<script>window.pwned=1</script>"] --> B["<img src=x onerror='window.pwned=2'>"]
  B -->|"<svg onload=window.pwned=3>"| C["<iframe srcdoc='<script>parent.pwned=4</script>'></iframe>"]`;
  const html = await attack(
    body,
    `${LOOSE}\n${body}`,
    `---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n---\n${body}`,
  );
  expect(html).not.toContain("<foreignObject");
});

it("follows no link by itself, and only those to the web through the extension", async () => {
  await attack(
    `${LOOSE}
flowchart LR
  A[script] --> B[web] --> C[data] --> D[call]
  click A "javascript:window.pwned=1" "x"
  click B "https://example.org/page" "x" _blank
  click C "data:text/html,<script>window.pwned=2</script>" "x"
  click D call alert("x") "x"
  click D callback "x"`,
    `sequenceDiagram
  participant A
  link A: Home @ javascript:window.pwned=3
  links A: {"Docs": "https://example.org/docs", "Bad": "javascript:window.pwned=4"}
  A->>A: x`,
    `classDiagram
  class A
  click A href "javascript:window.pwned=5" "x"
  click A call window.alert() "x"`,
  );
  for (const label of ["script", "web", "data", "call"]) {
    await preview.page.locator(".node", { hasText: label }).first().click();
  }
  const links = (await preview.received()).filter(({ kind }) => kind === "openLink");
  expect(links).toEqual([{ kind: "openLink", href: "https://example.org/page" }]);
  expect(await preview.page.evaluate(() => Reflect.get(window, "pwned"))).toBeUndefined();
  expect(browser.context.pages().filter((page) => page.url().includes("example"))).toEqual([]);
});

it("loads nothing from elsewhere: images, fonts, styles", async () => {
  await attack(
    `flowchart LR
  A@{ img: "https://example.org/a.png", label: "A", w: 60, h: 60 } --> B
  B["![x](https://example.org/b.png)"] --> C["<img src='https://example.org/c.png'>"]`,
    `%%{init: {"themeCSS": "@import url(https://example.org/d.css); @font-face {font-family: x; src: url(https://example.org/e.woff)} .node {background: url(https://example.org/f.png)}", "fontFamily": "url(https://example.org/g.woff)"}}%%
flowchart LR
  A --> B`,
    `flowchart LR
  A --> B
  style A cursor:url(https://example.org/h.png)
  classDef x mask:url(https://example.org/i.svg#m),cursor:url(https://example.org/j.png),background-image:url(https://example.org/k.png)
  class B x`,
    `sequenceDiagram
  participant A
  properties A: {"icon": "https://example.org/l.png", "class": "internal"}
  A->>A: x`,
    `C4Context
  Person(a, "A", "x", $sprite="https://example.org/m.png", $link="https://example.org/n")`,
    `architecture-beta
  service s(https://example.org/o)[S]`,
    `mindmap
  root
    ::icon(fa fa-book)
    "<img src='https://example.org/p.png'>"`,
  );
});

it("keeps the limits whatever the diagram asks for", async () => {
  const edges = Array.from({ length: 501 }, (_, i) => `  a --> b${i}`).join("\n");
  await attack(`%%{init: {"maxEdges": 100000, "maxTextSize": 9000000}}%%\nflowchart LR\n${edges}`);
  expect(await preview.page.textContent(".banner p")).toContain("more than 500 edges");
  await preview.page.close();
  await attack("x".repeat(1_000_000));
});

it("lets no diagram choose how safe it is, and how much it may be", async () => {
  const asks = [
    '%%{init: {"securityLevel": "sandbox"}}%%',
    '%%{init: {"secure": [], "securityLevel": "loose", "dompurifyConfig": {"ADD_TAGS": ["script"]}}}%%',
    '%%{initialize: {"securityLevel": "antiscript", "htmlLabels": true}}%%',
    "---\nconfig:\n  secure: []\n  securityLevel: loose\n  maxTextSize: 9000000\n---",
  ];
  const body = `flowchart LR\n  A["<b onclick='window.pwned=1'>bold</b><script>window.pwned=2</script>"]`;
  await attack(...asks.map((ask) => `${ask}\n${body}`));
  expect(await preview.page.locator(".picture iframe, .picture foreignObject").count()).toBe(0);
  await preview.page.close();
  await attack(`${asks[3]}\nflowchart LR\n${"  a --> b\n".repeat(100_000)}`);
  expect(await preview.page.textContent(".banner p")).toContain("up to 50,000");
});

it("draws in a frame that can do nothing but draw", async () => {
  await attack("flowchart LR\n  a --> b");
  const frame = preview.page.frames().find((one) => one !== preview.page.mainFrame());
  if (!frame) throw new Error("no frame");
  const found = await frame.evaluate(() => {
    const fails = (run: () => unknown) => {
      try {
        run();
        return false;
      } catch {
        return true;
      }
    };
    return {
      origin: window.origin,
      page: fails(() => window.parent.document.title),
      storage: fails(() => window.localStorage.length),
    };
  });
  expect(found).toEqual({ origin: "null", page: true, storage: true });
  // What it says outside its port is not heard.
  await frame.evaluate(() => window.parent.postMessage({ kind: "nothing" }, "*"));
  await preview.page.waitForTimeout(200);
  expect(await preview.page.locator(".picture > svg").count()).toBe(2);
  expect((await preview.received()).filter(({ kind }) => kind === "problem")).toEqual([]);
});

it("takes no styles out of the picture into the page", async () => {
  const before = "rgb(31, 31, 31)";
  await attack(
    `%%{init: {"themeCSS": "} body { background: red } .x {", "themeVariables": {"fontFamily": "x} body{background:red"}, "fontFamily": "x; } body { background: red } .y {"}}%%
flowchart LR
  A --> B`,
    `flowchart LR
  A --> B
  classDef x fill:red} body{background:red
  class A x`,
  );
  const now = await preview.page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
  expect(now).toBe(before);
});

it("exports nothing that runs, loads or leads elsewhere", async () => {
  await attack(
    `${LOOSE}
flowchart LR
  A["<script>window.pwned=1</script>"] --> B["<img src='https://example.org/a.png' onerror='window.pwned=2'>"]
  click A "javascript:window.pwned=3" "x"
  click B "https://example.org/page" "x"
  style A cursor:url(https://example.org/h.png)`,
  );
  for (const format of ["svg", "png"] as const) {
    const options = { format, scale: 1, background: "theme", theme: "light" };
    await preview.post({ kind: "draw", request: 1, options });
    const found = await preview.page.waitForFunction(() =>
      window.recorder.messages.find(({ kind }) => kind === "drawn"),
    );
    const message = await found.jsonValue();
    if (message?.kind !== "drawn") throw new Error("nothing drawn");
    const [first] = message.files;
    if (format === "svg") {
      expect(first?.content).not.toMatch(
        /<script|javascript:|\son\w+=|foreignObject|[^-]href=|url\(http/i,
      );
    }
    await preview.page.evaluate(() => {
      window.recorder.messages = [];
    });
  }
  expect(await preview.violations()).toEqual([]);
  expect(outside).toEqual([]);
  // A ground that is no colour is refused by the protocol.
  const bad = {
    format: "svg",
    scale: 1,
    background: "url('https://example.org/x')",
    theme: "light",
  };
  await preview.post({ kind: "draw", request: 2, options: bad });
  await preview.page.waitForTimeout(200);
  expect((await preview.received()).map(({ kind }) => kind)).toEqual(["problem"]);
});
