const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a field of 16 × 16. */
const PATHS = {
  diagram: "M8 5.5v2M8 7.5H4.5v2M8 7.5h3.5v2M6.5 1.5h3v4h-3zM3 9.5h3v4H3zM10 9.5h3v4h-3z",
  error: "M8 14.5a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  search: "M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.6 10.6l3.9 3.9",
  rail: "M1.5 3.5h13M5.5 6.5h9M5.5 9.5h9M1.5 12.5h13",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2",
  export: "M1.5 3.5v9M4.5 8h10M11 4.5 14.5 8 11 11.5",
  expand: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  copy: "M5.5 4.5h7v10h-7zM3.5 11.5v-10h7",
  source: "M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4",
  settings:
    "M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4",
  update:
    "M13.5 8a5.5 5.5 0 0 1-10 3.2M2.5 8a5.5 5.5 0 0 1 10-3.2M12.5 1.5v3.3H9.2M3.5 14.5v-3.3h3.3",
  zoomIn: "M8 3v10M3 8h10",
  zoomOut: "M3 8h10",
  fit: "M2.5 4.5h11v7h-11zM5.5 7h5v2h-5z",
} as const;
export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it, hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
