import { type BrowserContext, chromium } from "playwright-core";
import { findBrowser } from "../../src/node/browser/findBrowser";
import { scratch } from "./scratch";

/** A running browser with one profile of its own. */
export interface Browser {
  readonly context: BrowserContext;
  /** Closes it and removes its profile. */
  close(): Promise<void>;
}

/** How the browser is shown. */
export interface BrowserOptions {
  /** A window on the display instead of none. */
  readonly headed?: boolean;
  /** CSS pixels; 1280 × 800 unless told. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Nothing is fetched, updated or asked: the run is the same on a closed network. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
  "--no-first-run",
];

/**
 * Starts the installed browser with a fresh profile.
 * @throws Error if none is installed, or it does not start.
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No Chrome, Chromium or Edge found; set CHROME_PATH.");
  const profile = await scratch("browser");
  const asRoot = process.getuid?.() === 0;
  try {
    const context = await chromium.launchPersistentContext(profile.path, {
      executablePath,
      headless: !options.headed,
      chromiumSandbox: !asRoot,
      args: QUIET,
      viewport: options.headed ? null : (options.viewport ?? { width: 1280, height: 800 }),
      reducedMotion: "reduce",
      // Reading the clipboard must not ask: the workbench's own paste does it.
      permissions: ["clipboard-read", "clipboard-write"],
    });
    return {
      context,
      close: async () => {
        await context.close();
        await profile.remove();
      },
    };
  } catch (error) {
    await profile.remove();
    throw error;
  }
}
