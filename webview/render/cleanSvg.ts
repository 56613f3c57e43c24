/** Elements that have no place in a picture. */
const FORBIDDEN = "script, iframe, object, embed, form, link, meta, base, video, audio";
/** A reference inside the picture, or a picture that is its own data. */
const LOCAL = /^(#|data:image\/(png|gif|jpe?g|webp|svg\+xml)[;,])/i;
const FOREIGN_URL = /url\(\s*(?!['"]?#)[^)]*\)|@import[^;]*;?/gi;

/**
 * Parses Mermaid's markup outside the page and takes out whatever could run, load or lead somewhere, should Mermaid's own
 * sanitising leave any: scripts, handlers, addresses of images and styles. A link keeps its address in `data-href`, to be
 * followed through the extension alone.
 * @throws Error if there is no picture in the markup.
 */
export function cleanSvg(markup: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  const svg = parsed.querySelector("svg");
  if (!svg) throw new Error("Mermaid gave no picture");
  for (const element of svg.querySelectorAll(FORBIDDEN)) element.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) cleanElement(element);
  return svg;
}

function cleanElement(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (/^on/i.test(name)) element.removeAttribute(name);
    else if (/^(xlink:href|href|src|srcset|formaction|action)$/i.test(name)) {
      if (LOCAL.test(value) && element.localName !== "a") continue;
      element.removeAttribute(name);
      if (element.localName === "a" && /^(https?:\/\/|mailto:)/i.test(value)) {
        element.setAttribute("data-href", value);
      }
    } else if (/url\(|@import/i.test(value)) {
      element.setAttribute(name, value.replace(FOREIGN_URL, "none"));
    }
  }
  if (element.localName === "style" && element.textContent) {
    element.textContent = element.textContent.replace(FOREIGN_URL, "");
  }
}
