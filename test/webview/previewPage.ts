import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { createNonce, pageHtml } from "../../src/extension/common/preview/pageHtml";
import type { Diagram, FromPage, ToPage, ViewState } from "../../webview/messages";
import { THEMES, type ThemeName } from "./themes";

export const DOCUMENT = {
  uri: "file:///work/specs/004-scoring-service/spec.md",
  name: "spec.md",
  folder: "specs/004-scoring-service",
  language: "markdown",
} as const;

/** The built page in a browser tab, and the extension's end of the line to it. */
export interface PreviewPage {
  readonly page: Page;
  /** Sends anything, also what the protocol does not know. */
  post(message: unknown): Promise<void>;
  /** Shows these diagrams and waits until nothing is left to render; gives the page's report. */
  show(diagrams: readonly Diagram[]): Promise<Rendered>;
  /** Waits for the next report after a number of messages. */
  rendered(after: number): Promise<Rendered>;
  received(): Promise<readonly FromPage[]>;
  /** What the CSP refused, in the page and in the frame that draws. */
  violations(): Promise<readonly string[]>;
  setTheme(theme: ThemeName): Promise<void>;
  state(): Promise<ViewState | undefined>;
}

export type Rendered = Extract<FromPage, { kind: "rendered" }>;

/** What stands in for VS Code in the page. */
interface Recorder {
  messages: FromPage[];
  violations: string[];
  state: unknown;
}

declare global {
  interface Window {
    recorder: Recorder;
    acquireVsCodeApi: () => unknown;
  }
}

/** Serves the built page with the HTML and CSP of the panel, on a free port of this machine alone. */
export async function servePage(): Promise<{ url: string; requests: string[]; close(): void }> {
  const folder = inject("pageFolder");
  const requests: string[] = [];
  const types: Record<string, string> = { js: "text/javascript", css: "text/css" };
  const server: Server = createServer(async (request, response) => {
    const { pathname, origin } = new URL(request.url ?? "/", `http://${request.headers.host}`);
    requests.push(pathname);
    if (pathname === "/") {
      response.setHeader("content-type", "text/html");
      const [script, style] = [`${origin}/main.js`, `${origin}/main.css`];
      const parts = { cspSource: origin, nonce: createNonce(), script, style, language: "en" };
      response.end(pageHtml({ ...parts, texts: undefined }));
      return;
    }
    try {
      const content = await readFile(join(folder, normalize(pathname)));
      response.setHeader("content-type", types[pathname.split(".").at(-1) ?? ""] ?? "text/plain");
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a TCP server is never a string.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => server.close() };
}

/** Opens the page in a new tab, in a theme, with the state of an earlier one. */
export async function openPreview(
  context: BrowserContext,
  url: string,
  theme: ThemeName = "dark",
  state?: ViewState,
): Promise<PreviewPage> {
  const page = await context.newPage();
  await page.addInitScript(
    ([{ bodyClass, variables }, saved]) => {
      const recorder: Recorder = { messages: [], violations: [], state: saved };
      window.recorder = recorder;
      document.addEventListener("securitypolicyviolation", (event) => {
        recorder.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
      window.acquireVsCodeApi = () => ({
        postMessage: (message: FromPage) => recorder.messages.push(structuredClone(message)),
        getState: () => recorder.state,
        setState: (next: unknown) => {
          recorder.state = structuredClone(next);
        },
      });
      const dress = () => {
        document.body.className = bodyClass;
        for (const [name, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(`--vscode-${name}`, value);
        }
      };
      document.addEventListener("readystatechange", () => document.body && dress());
    },
    [THEMES[theme], state] as const,
  );
  const receivedNow = () => page.evaluate(() => window.recorder.messages);
  const post = (message: unknown) =>
    page.evaluate((data) => window.postMessage(data, "*"), message);
  const rendered = async (after: number) => {
    const found = await page.waitForFunction(
      (from) => window.recorder.messages.slice(from).find(({ kind }) => kind === "rendered"),
      after,
    );
    // The predicate lets nothing else through.
    return (await found.jsonValue()) as Rendered;
  };
  let revision = 0;
  await page.goto(url);
  await page.waitForFunction(() => window.recorder.messages.some(({ kind }) => kind === "ready"));
  return {
    page,
    post,
    rendered,
    received: receivedNow,
    async show(diagrams) {
      const after = (await receivedNow()).length;
      const message: ToPage = {
        kind: "show",
        revision: ++revision,
        document: DOCUMENT,
        diagrams: [...diagrams],
      };
      await post(message);
      return await rendered(after);
    },
    violations: () =>
      page.evaluate(() => {
        const { violations, messages } = window.recorder;
        const reported = messages.flatMap((m) => (m.kind === "problem" ? [m.message] : []));
        return [...violations, ...reported.filter((message) => /\bCSP\b/.test(message))];
      }),
    setTheme: (next) =>
      page.evaluate(({ bodyClass, variables }) => {
        document.documentElement.removeAttribute("style");
        for (const [name, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(`--vscode-${name}`, value);
        }
        document.body.className = bodyClass;
      }, THEMES[next]),
    // What the page wrote; its shape is what the test is about.
    state: async () => (await page.evaluate(() => window.recorder.state)) as ViewState | undefined,
  };
}
