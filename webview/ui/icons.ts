const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a field of 16 × 16. */
const PATHS = {
  diagram: "M8 5.5v2M8 7.5H4.5v2M8 7.5h3.5v2M6.5 1.5h3v4h-3zM3 9.5h3v4H3zM10 9.5h3v4h-3z",
  error: "M8 14.5a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
} as const;

/** An icon in the colour of the text around it, hidden from screen readers. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
