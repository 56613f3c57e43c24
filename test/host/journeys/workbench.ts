import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { Editor } from "./editor";
import { type Problem, readProblems } from "./problems";
import { QuickInput } from "./quickInput";

/** The colour themes that pictures are taken in, with their titles in VS Code and the class each puts on its page. */
export const THEMES = {
  light: { title: "Light Modern", class: "vs" },
  dark: { title: "Dark Modern", class: "vs-dark" },
  "high-contrast": { title: "Dark High Contrast", class: "hc-black" },
  "high-contrast-light": { title: "Light High Contrast", class: "hc-light" },
} as const;

export type Theme = keyof typeof THEMES;

/** A VS Code window, worked with as a user works with it: by keys, and by looking. */
export class Workbench {
  readonly page: Page;
  /** The copy of the workspace that is open; its files may be read and written. */
  readonly folder: string;
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  readonly #pictures: string;

  /** @param pictures the folder that pictures go to */
  constructor(page: Page, folder: string, pictures: string) {
    this.page = page;
    this.folder = folder;
    this.#pictures = pictures;
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page, this.quickInput);
  }

  /** Waits until the window shows the folder's files and knows what its extensions contribute. */
  async waitReady(timeoutMs = 60_000): Promise<void> {
    const files = this.page.locator(".explorer-folders-view .monaco-list-row");
    await files.first().waitFor({ timeout: timeoutMs });
    // The palette lists what is there when it opens; before this mark of VS Code's own it lacks our commands.
    await this.page.waitForFunction(
      () => performance.getEntriesByName("code/didLoadExtensions").length > 0,
      undefined,
      { timeout: timeoutMs },
    );
  }

  /** Opens a file by quick open; `path` is relative to the workspace. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+P");
    await this.quickInput.waitOpen();
    await this.quickInput.fill(path);
    await this.quickInput.item(basename(path)).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.waitTab(basename(path));
    await this.page.locator(".editor-group-container.active .view-line").first().waitFor();
  }

  /** Waits until the tab in front has this label. */
  async waitTab(label: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${label}"]`).waitFor();
  }

  /** Opens the command palette with `text` typed into it. */
  async openPalette(text = ""): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.quickInput.waitOpen();
    await this.quickInput.fill(`>${text}`);
  }

  /** Runs a command by its title as the palette shows it, its category included. */
  async runCommand(title: string): Promise<void> {
    await this.openPalette(title);
    await this.quickInput.pickCommand(title);
  }

  /** Reads the Problems view. */
  problems(): Promise<Problem[]> {
    return readProblems(this.page);
  }

  /** Waits until the Problems view shows what `wanted` accepts, and gives it. */
  async waitProblems(
    wanted: (problems: readonly Problem[]) => boolean,
    timeoutMs = 15_000,
  ): Promise<Problem[]> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const problems = await this.problems();
      if (wanted(problems)) return problems;
      if (Date.now() > deadline) {
        throw new Error(`Not the problems waited for: ${JSON.stringify(problems, null, 2)}`);
      }
      await this.page.waitForTimeout(100);
    }
  }

  /** Waits for the webview in which something matches `selector`, and gives its frame. */
  async waitWebview(selector: string, timeoutMs = 20_000, pauseMs = 100): Promise<Frame> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        const found = await frame.$(selector).catch(() => null);
        if (await found?.isVisible().catch(() => false)) return frame;
      }
      if (Date.now() > deadline) throw new Error(`No webview shows ${selector}.`);
      await this.page.waitForTimeout(pauseMs);
    }
  }

  /** Switches the colour theme, as a user does, and waits until the window has it. */
  async setTheme(theme: Theme): Promise<void> {
    const workbench = this.page.locator(`.monaco-workbench.${THEMES[theme].class}`);
    await this.runCommand("Preferences: Color Theme");
    await this.quickInput.waitPlaceholder("Color Theme");
    // The list holds only the rows on the screen: narrow it first.
    await this.quickInput.fill(THEMES[theme].title);
    await this.quickInput.pick(THEMES[theme].title);
    await this.quickInput.waitClosed();
    await workbench.waitFor();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses Escape. */
  escape(): Promise<void> {
    return this.press("Escape");
  }

  /** The texts of the notifications on the screen. */
  async notifications(): Promise<string[]> {
    const messages = this.page.locator(".notification-toast .notification-list-item-message");
    return (await messages.allInnerTexts()).map((text) => text.trim());
  }

  /** Takes a picture, of the window or of one part of it, into the journey's folder; gives its path. */
  async screenshot(name: string, part?: Locator): Promise<string> {
    await mkdir(this.#pictures, { recursive: true });
    const path = join(this.#pictures, `${name}.png`);
    await (part ?? this.page).screenshot({ path, animations: "disabled", caret: "hide" });
    return path;
  }
}
