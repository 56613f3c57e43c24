/**
 * Nothing of a frame that nobody sees is painted, so that what waits for a picture to be painted might wait for ever: decoding
 * an image, and the next frame of an animation.
 */
export function doWithoutPainting(page: Window & typeof globalThis): void {
  page.HTMLImageElement.prototype.decode = async function () {
    if (this.complete) return;
    await new Promise((resolve, reject) => {
      this.addEventListener("load", resolve, { once: true });
      this.addEventListener("error", reject, { once: true });
    });
  };
  page.requestAnimationFrame = (run) => page.setTimeout(() => run(performance.now()), 0);
  page.cancelAnimationFrame = (handle) => page.clearTimeout(handle);
}
