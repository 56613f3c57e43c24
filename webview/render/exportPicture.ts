import type { DrawOptions } from "../messages";
import type { Picture } from "./outcome";

/** More than this Chromium does not draw on one canvas, in pixels. */
const LARGEST = 16_000;

/** A picture as a file of its own: SVG with its size and ground, without what only the page needs. */
export function svgFile(picture: Picture, background: string): string {
  const parsed = new DOMParser().parseFromString(picture.svg, "text/html");
  const svg = parsed.querySelector("svg");
  if (!svg) throw new Error("There is no picture");
  for (const wide of svg.querySelectorAll(".wide")) wide.remove();
  for (const part of svg.querySelectorAll("[data-part]")) part.removeAttribute("data-part");
  const { width, height } = sizeOf(picture);
  svg.removeAttribute("style");
  svg.setAttribute("width", `${width}`);
  svg.setAttribute("height", `${height}`);
  if (background !== "transparent") svg.style.backgroundColor = background;
  const [x = "0", y = "0"] =
    svg
      .getAttribute("viewBox")
      ?.trim()
      .split(/[\s,]+/) ?? [];
  if (background !== "transparent") svg.prepend(ground(parsed, x, y, background));
  return new XMLSerializer().serializeToString(svg);
}

/** Not every program that shows SVG heeds the style of its root. */
function ground(page: Document, x: string, y: string, fill: string): Element {
  const rect = page.createElementNS("http://www.w3.org/2000/svg", "rect");
  const attributes = { x, y, width: "100%", height: "100%", fill, stroke: "none" };
  for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, value);
  rect.setAttribute("style", `fill: ${fill}; stroke: none`);
  return rect;
}

/**
 * A picture as PNG, in Base64.
 * @throws Error if the browser cannot draw it.
 */
export async function pngFile(
  picture: Picture,
  { background, scale }: Pick<DrawOptions, "background" | "scale">,
): Promise<string> {
  const { width, height } = sizeOf(picture);
  const factor = Math.min(scale, LARGEST / width, LARGEST / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(picture, background))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * factor);
  canvas.height = Math.ceil(height * factor);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
}

function sizeOf({ width = 600, height = 400 }: Picture) {
  return { width: Math.ceil(width), height: Math.ceil(height) };
}
