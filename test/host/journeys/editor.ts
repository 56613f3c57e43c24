import type { Locator, Page } from "playwright-core";
import type { QuickInput } from "./quickInput";

/** What the light bulb offers. */
export interface OfferedAction {
  readonly title: string;
  /** The heading it stands under, such as `Quick Fix`. */
  readonly group: string;
}

/** The text editor that has the focus, or had it last. */
export class Editor {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #active: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#active = page.locator(".editor-group-container.active .monaco-editor").first();
  }

  /** Gives the editor the keyboard, without moving its cursor. */
  async focus(): Promise<void> {
    await this.#page.keyboard.press("ControlOrMeta+1");
    await this.#page.locator(".monaco-editor.focused").first().waitFor();
  }

  /** Puts the cursor at a line and column, both from 1, and shows them. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press("Control+G");
    await this.#quickInput.waitOpen();
    await this.#quickInput.answer(`:${line}:${column}`);
    await this.#quickInput.waitClosed();
  }

  /** Puts the cursor before the first place where `text` stands among the lines on the screen. */
  async goToText(text: string): Promise<void> {
    const lines = await this.lines();
    const index = lines.findIndex(({ text: line }) => line.includes(text));
    const found = lines[index];
    if (!found) throw new Error(`No line on the screen contains ${JSON.stringify(text)}.`);
    await this.goTo(found.number, found.text.indexOf(text) + 1);
  }

  /** Types as a user does: brackets close themselves, suggestions may show. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 15 });
  }

  async undo(): Promise<void> {
    await this.#page.keyboard.press("ControlOrMeta+Z");
  }

  /** Saves, and waits until the tab shows no change. */
  async save(): Promise<void> {
    await this.#page.keyboard.press("ControlOrMeta+S");
    await this.#page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  }

  /** The lines on the screen with their numbers, from above; long files show a part of theirs. */
  async lines(): Promise<{ number: number; text: string }[]> {
    return this.#active.evaluate((editor) => {
      const top = (element: Element) => Number.parseFloat((element as HTMLElement).style.top);
      const numbers = new Map(
        [...editor.querySelectorAll(".margin-view-overlays > div")].map((row) => [
          top(row),
          Number(row.querySelector(".line-numbers")?.textContent),
        ]),
      );
      return [...editor.querySelectorAll(".view-lines > .view-line")]
        .map((row) => ({
          number: numbers.get(top(row)) ?? 0,
          text: (row.textContent ?? "").replaceAll("\u00a0", " ").replaceAll("\u200c", ""),
        }))
        .sort((a, b) => a.number - b.number);
    });
  }

  /** The text on the screen. */
  async text(): Promise<string> {
    return (await this.lines()).map(({ text }) => text).join("\n");
  }

  /** The squiggles on the screen, one element for each run of a line that has one. */
  squiggles(kind: "error" | "warning" | "info" | "hint" = "warning"): Locator {
    return this.#active.locator(`.squiggly-${kind}`);
  }

  /** Opens the light bulb's menu at the cursor and gives what it offers. */
  async openLightBulb(): Promise<OfferedAction[]> {
    const rows = this.#page.locator(".action-widget:visible .monaco-list-row");
    // A menu that opens while something else on the screen changes closes again at once: a user presses once more.
    for (let press = 1; ; press++) {
      await this.#page.keyboard.press("ControlOrMeta+Period");
      try {
        await rows.first().waitFor({ timeout: 5000 });
        break;
      } catch (error) {
        if (press === 4) throw error;
      }
    }
    let group = "";
    const offered: OfferedAction[] = [];
    for (const row of await rows.all()) {
      const isHeading = (await row.getAttribute("role")) === "separator";
      if (isHeading) group = ((await row.textContent()) ?? "").trim();
      else
        offered.push({ title: ((await row.locator(".title").textContent()) ?? "").trim(), group });
    }
    return offered;
  }

  /** Chooses from the open light bulb's menu. */
  async chooseAction(title: string): Promise<void> {
    const menu = this.#page.locator(".action-widget:visible");
    await menu.locator(".monaco-list-row .title").getByText(title, { exact: true }).click();
    await menu.waitFor({ state: "detached" });
  }
}
