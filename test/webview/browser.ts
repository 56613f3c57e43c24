import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../scripts/vscode/browser";

/** The installed browser with a fresh profile, as wide as a panel beside an editor. */
export function launch() {
  return launchBrowser({ viewport: { width: 980, height: 960 } });
}

const SHOTS = process.env.PREVIEW_SHOTS ?? join(import.meta.dirname, "..", "..", "out", "preview");

/** Takes a picture for somebody to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}
