import type { Picture } from "../render/outcome";
import { element } from "./dom";

/** Shows a picture at its own scale. */
export interface PictureView {
  readonly root: HTMLElement;
  /** @param label What the picture shows, for screen readers. */
  update(picture: Picture | undefined, label: string): void;
}

/** Below this share of its own size a wide picture scrolls rather than shrinks. */
const SMALLEST = 0.6;

/** Makes an empty place for a picture; `follow` gets the address of a link that is clicked. */
export function createPictureView(follow: (href: string) => void): PictureView {
  const root = element("div", "picture");
  let shown: string | undefined;
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute("data-href");
    if (href) follow(href);
  });
  return {
    root,
    update(picture, label) {
      if (picture?.id !== shown) {
        shown = picture?.id;
        root.replaceChildren(...(picture ? [svgOf(picture)] : []));
        root.dataset.card = picture?.card ?? "";
      }
      root.firstElementChild?.setAttribute("aria-label", label);
    },
  };
}

function svgOf(picture: Picture): Element {
  const parsed = new DOMParser().parseFromString(picture.svg, "text/html");
  const svg = document.adoptNode(parsed.querySelector("svg") ?? parsed.body);
  svg.setAttribute("role", "img");
  svg.removeAttribute("aria-labelledby");
  svg.removeAttribute("aria-roledescription");
  if (picture.width) {
    svg.style.width = `${picture.width}px`;
    svg.style.minWidth = `${Math.round(picture.width * SMALLEST)}px`;
  }
  svg.style.maxWidth = "100%";
  svg.style.height = "auto";
  return svg;
}
