import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { DevTools } from "../../node/browser/devTools";
import { findBrowser, soughtBrowsers } from "../../node/browser/findBrowser";
import { UsageError } from "../exit";

/** How pictures are drawn. */
export const pictureOptions = z.object({
  /** Pixels of a picture for one of its own. */
  scale: z.number().positive().max(10).default(2),
  /** A colour of CSS, or `transparent`. */
  background: z.string().default("white"),
  theme: z.enum(["default", "neutral", "dark", "forest", "base"]).default("default"),
});
export type PictureOptions = z.output<typeof pictureOptions>;

const evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({
      text: z.string(),
      exception: z.object({ description: z.string() }).partial().optional(),
    })
    .optional(),
});
const size = z.object({ width: z.number(), height: z.number() });

/** An installed browser that draws diagrams. */
export class Pictures {
  private constructor(
    private readonly browser: DevTools,
    private readonly session: string,
    private readonly options: PictureOptions,
  ) {}

  /** Starts a browser. Rejects with a `UsageError` that says what was looked for where there is none. */
  static async start(options: PictureOptions): Promise<Pictures> {
    const path = findBrowser();
    if (path === undefined) {
      throw new UsageError(
        `Pictures are drawn by an installed Chrome, Chromium or Edge, and none is found. Looked for: ${soughtBrowsers}. ` +
          "Mermaid's own text (.mmd) needs none.",
      );
    }
    const browser = await DevTools.start(path);
    try {
      return new Pictures(browser, await openPage(browser), options);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** A diagram as SVG. Rejects with Mermaid's words where it does not take the source. */
  async svg(source: string): Promise<string> {
    const given = `${JSON.stringify(source)}, ${JSON.stringify(this.options)}`;
    return z.string().parse(await this.evaluate(`draw(${given})`));
  }

  /** A diagram as PNG. Rejects as `svg`. */
  async png(source: string): Promise<Uint8Array> {
    await this.svg(source);
    const measure =
      "(({ width, height }) => ({ width, height }))(document.querySelector('svg').getBoundingClientRect())";
    const { width, height } = size.parse(await this.evaluate(measure));
    if (this.options.background === "transparent") {
      const color = { r: 0, g: 0, b: 0, a: 0 };
      await this.call("Emulation.setDefaultBackgroundColorOverride", { color });
    }
    const clip = { x: 0, y: 0, width, height, scale: this.options.scale };
    const asked = { format: "png", clip, captureBeyondViewport: true };
    const { data } = z
      .object({ data: z.string() })
      .parse(await this.call("Page.captureScreenshot", asked));
    return Buffer.from(data, "base64");
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async call(method: string, params: object): Promise<unknown> {
    return await this.browser.call(method, params, this.session);
  }

  private async evaluate(expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = evaluated.parse(
      await this.call("Runtime.evaluate", asked),
    );
    if (exceptionDetails === undefined) return result.value;
    const { exception, text } = exceptionDetails;
    const [message = text] = (exception?.description ?? text).split("\n    at ");
    throw new Error(message.replace(/^(?:\w*Error: )+/, ""));
  }
}

/** Opens the page that draws. @returns its session */
async function openPage(browser: DevTools): Promise<string> {
  const script = pathToFileURL(join(__dirname, "picture.js")).toString();
  const page = join(browser.folder, "picture.html");
  await writeFile(
    page,
    `<!doctype html><meta charset="utf-8"><body><script src="${script}"></script>`,
  );
  const target = await browser.call("Target.createTarget", { url: "about:blank" });
  const { targetId } = z.object({ targetId: z.string() }).parse(target);
  const attached = await browser.call("Target.attachToTarget", { targetId, flatten: true });
  const { sessionId } = z.object({ sessionId: z.string() }).parse(attached);
  await browser.call("Page.enable", {}, sessionId);
  const loaded = browser.next("Page.loadEventFired");
  await browser.call("Page.navigate", { url: pathToFileURL(page).toString() }, sessionId);
  await loaded;
  return sessionId;
}
