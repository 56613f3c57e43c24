import { join } from "node:path";
import { launchBrowser } from "../../../scripts/vscode/browser";
import type { InstalledVscode } from "../../../scripts/vscode/install";
import { tail } from "../../../scripts/vscode/process";
import { scratch } from "../../../scripts/vscode/scratch";
import { serve } from "../../../scripts/vscode/serve";
import { copyOf } from "../launchers/paths";
import { Workbench } from "./workbench";

/** What a window is opened with. */
export interface SessionOptions {
  readonly vscode: InstalledVscode;
  /** The packaged extension. */
  readonly vsix: string;
  /** The folder of which a copy is opened. */
  readonly workspace: string;
  /** Where pictures go. */
  readonly pictures: string;
  /** User settings, beside those that keep VS Code quiet and pictures the same from run to run. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** An open window with all that belongs to it. */
export interface Session {
  readonly workbench: Workbench;
  /** The end of the server's log and of the page's console. */
  log(): string;
  /** What a Content Security Policy has refused since the window was opened, in any page of it. */
  violations(): readonly string[];
  /** Closes everything and removes the copy. */
  close(): Promise<void>;
}

const STEADY: Readonly<Record<string, unknown>> = {
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
  // Enter typed after a word is a new line, whatever suggestions show at that moment.
  "editor.acceptSuggestionOnEnter": "off",
  "workbench.colorTheme": "Light Modern",
};

/**
 * Opens a copy of a workspace in a fresh VS Code with the packaged extension.
 * @throws Error if the server or the browser does not start, or the window does not get ready.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { vscode, vsix, settings, viewport } = options;
  const place = await scratch("journey");
  const closers = [place.remove];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  let log = () => "";
  try {
    const folder = await copyOf(options.workspace, place.path);
    const server = await serve(vscode, {
      dataDir: join(place.path, "data"),
      vsix: [vsix],
      settings: { ...STEADY, ...settings },
    });
    closers.push(server.stop);
    const browser = await launchBrowser(viewport ? { viewport } : {});
    closers.push(browser.close);
    const page = await browser.context.newPage();
    const said: string[] = [];
    const refused: string[] = [];
    page.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      said.push(message.text());
      const isRefused = /Content Security Policy/.test(message.text());
      if (isRefused) refused.push(`${message.text()} (${message.location().url})`);
    });
    // tsx wraps named functions in this helper, which functions sent to a page do not find there.
    await page.addInitScript("globalThis.__name ??= (target) => target;");
    log = () => `Server:\n${tail(server.log())}\nPage:\n${tail(said.join("\n"))}`;
    const workbench = new Workbench(page, folder, options.pictures);
    await page.goto(server.url(folder));
    await workbench.waitReady();
    return { workbench, log, close, violations: () => refused };
  } catch (error) {
    await close();
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}\n${log()}`, { cause: error });
  }
}
