import type { Frame } from "playwright-core";
import type { Workbench } from "../../test/host/journeys/workbench";

/** How a preview is opened, and what its pictures are. */
export interface Shown {
  readonly command: string;
  readonly picture: string;
}

/** Times are those of the machine's clock, which the window and this process share. */
export class ShownPreview {
  private frame: Frame | undefined;

  constructor(
    private readonly workbench: Workbench,
    private readonly shown: Shown,
  ) {}

  /** Opens the preview by its command. @returns the milliseconds from there until so many pictures are shown */
  async open(pictures: number): Promise<number> {
    const { page, quickInput } = this.workbench;
    await this.workbench.openPalette(this.shown.command);
    await quickInput.item(this.shown.command).first().waitFor();
    const began = Date.now();
    await page.keyboard.press("Enter");
    this.frame = await this.workbench.waitWebview(this.shown.picture, 60_000, 20);
    return (await this.shows(this.frame, pictures)) - began;
  }

  /** Types a text. @returns the milliseconds until a picture has the label, and what of that Mermaid says to have taken */
  async type(
    text: string,
    label: string,
  ): Promise<{ readonly time: number; readonly own: number }> {
    const { frame } = this;
    if (!frame) throw new Error("Open the preview first.");
    const there = frame.waitForFunction(
      ([picture, wanted]) =>
        [...document.querySelectorAll(picture)].some((one) => one.textContent?.includes(wanted)) &&
        Date.now(),
      [this.shown.picture, label] as const,
      { polling: 2 },
    );
    // Until the page looks.
    await this.workbench.page.waitForTimeout(300);
    const began = Date.now();
    await this.workbench.page.keyboard.press(text);
    const ended = Number(await (await there).jsonValue());
    await this.workbench.page.waitForTimeout(200);
    return { time: ended - began, own: await this.lastRendering(frame) };
  }

  private async shows(frame: Frame, pictures: number): Promise<number> {
    const found = await frame.waitForFunction(
      ([picture, count]) => document.querySelectorAll(picture).length >= count && Date.now(),
      [this.shown.picture, pictures] as const,
      { polling: 5, timeout: 60_000 },
    );
    return Number(await found.jsonValue());
  }

  /** What Mermaid has taken for the last picture, as our page measures it; 0 where the page is another. */
  private async lastRendering(frame: Frame): Promise<number> {
    return await frame.evaluate(
      () => performance.getEntriesByName("Mermaid", "measure").at(-1)?.duration ?? 0,
    );
  }
}
