import type { Locator, Page } from "playwright-core";

/** The box at the top of the window: quick open, the command palette, and what commands ask. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget:visible");
  }

  /** Waits until the box is open; `title` is what its title bar must contain. */
  async waitOpen(title?: string): Promise<void> {
    await this.#widget.waitFor();
    if (title === undefined) return;
    await this.#widget.locator(".quick-input-title", { hasText: title }).waitFor();
  }

  /** Waits until it is open with a field whose placeholder contains `text`. */
  async waitPlaceholder(text: string): Promise<void> {
    await this.#widget.locator(`input.input[placeholder*="${text}"]`).waitFor();
  }

  async waitClosed(): Promise<void> {
    await this.#widget.waitFor({ state: "hidden" });
  }

  /** Whether it is open now. */
  isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  /** The text of its title bar, such as `Generate Backend Spec (1/2)`. */
  async title(): Promise<string> {
    return ((await this.#widget.locator(".quick-input-title").textContent()) ?? "").trim();
  }

  /** What stands under the field: the prompt, or why an answer is refused. */
  async message(): Promise<string> {
    return ((await this.#widget.locator(".quick-input-message").textContent()) ?? "").trim();
  }

  /** Puts `text` in the place of what the field holds. */
  async fill(text: string): Promise<void> {
    await this.#widget.locator("input.input").fill(text);
  }

  /** Types `text` into the field and presses Enter. */
  async answer(text: string): Promise<void> {
    await this.fill(text);
    await this.#page.keyboard.press("Enter");
  }

  /** The labels of the items it shows now. */
  async items(): Promise<string[]> {
    const labels = this.#rows().locator(".label-name");
    return (await labels.allInnerTexts()).map((label) => label.trim());
  }

  /** Waits for the item with exactly this label and chooses it. */
  async pick(label: string): Promise<void> {
    await this.item(label).click();
  }

  /** Waits for the command with exactly this title and chooses it; titles of others may begin with it. */
  async pickCommand(title: string): Promise<void> {
    const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const name = new RegExp(`^(?:[^:]+: )?${escaped}(?:, .*)?$`);
    await this.#widget.getByRole("option", { name }).first().click();
  }

  /** The item with exactly this label; its row, for waiting or looking closer. */
  item(label: string): Locator {
    return this.#rows().filter({ has: this.#page.getByText(label, { exact: true }) });
  }

  #rows(): Locator {
    return this.#widget.locator(".quick-input-list .monaco-list-row");
  }
}
