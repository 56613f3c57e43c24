import { existsSync } from "node:fs";
import { type BrowserContext, chromium } from "playwright-core";
import { findOnPath } from "./process";
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

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

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
 * The path of an installed Chrome, Chromium or Edge; `CHROME_PATH` comes first.
 * @throws Error if `CHROME_PATH` names no file.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  if (named) return named;
  for (const name of NAMES) {
    const file = findOnPath(name);
    if (file) return file;
  }
  return PLACES.find((place) => existsSync(place));
}

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
