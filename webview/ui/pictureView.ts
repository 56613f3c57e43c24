import type { Picture } from "../render/outcome";
import { element } from "./dom";
import { createPanZoom, type PanZoom } from "./panZoom";

/** What a picture tells of its reader. */
export interface PictureActions {
  /** A link in the picture was followed. */
  follow(href: string): void;
  /** A part was chosen by pointer or key. */
  choose(part: number): void;
  /** The picture is looked at in another way. */
  moved(): void;
}

/** Which parts stand out. */
export interface Marks {
  readonly hit: number | undefined;
  readonly found: ReadonlySet<number>;
  readonly atCursor: ReadonlySet<number>;
}

/** Shows a picture at its own scale, or alone with pan and zoom. */
export interface PictureView {
  readonly root: HTMLElement;
  readonly panZoom: PanZoom;
  /** @param label What the picture shows, for screen readers. */
  update(picture: Picture | undefined, label: string, alone: boolean): void;
  mark(marks: Marks): void;
  /** The first element of a part. */
  elementOf(part: number): Element | undefined;
}

/** Below this share of its own size a wide picture scrolls rather than shrinks. */
const SMALLEST = 0.6;

/** Makes an empty place for a picture. */
export function createPictureView(actions: PictureActions): PictureView {
  const root = element("div", "picture");
  const panZoom = createPanZoom(root, actions.moved);
  let shown: string | undefined;
  let wasAlone = false;
  let pressed = { x: 0, y: 0 };
  root.addEventListener("pointerdown", ({ clientX, clientY }) => {
    pressed = { x: clientX, y: clientY };
  });
  const chosen = (target: EventTarget | null): number | undefined => {
    const part = target instanceof Element ? target.closest("[data-part]") : null;
    return part ? Number(part.getAttribute("data-part")) : undefined;
  };
  root.addEventListener("click", (event) => {
    const dragged = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 4;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link) event.preventDefault();
    if (dragged) return;
    const href = link?.getAttribute("data-href");
    if (href) return actions.follow(href);
    const part = chosen(event.target);
    if (part !== undefined) actions.choose(part);
  });
  root.addEventListener("keydown", (event) => {
    const part = chosen(event.target);
    if (event.key !== "Enter" || part === undefined) return;
    event.preventDefault();
    actions.choose(part);
  });
  const partsOf = () => [...root.querySelectorAll("[data-part]")];
  const indexOf = (part: Element) => Number(part.getAttribute("data-part"));
  return {
    root,
    panZoom,
    update(picture, label, alone) {
      if (picture?.id !== shown || alone !== wasAlone) {
        shown = picture?.id;
        wasAlone = alone;
        const svg = picture && svgOf(picture, alone);
        root.replaceChildren(...(svg ? [svg] : []));
        root.dataset.card = picture?.card ?? "";
        panZoom.attach(alone ? svg : undefined, picture && sizeOf(picture));
      }
      root.firstElementChild?.setAttribute("aria-label", label);
    },
    mark({ hit, found, atCursor }) {
      for (const part of partsOf()) {
        const index = indexOf(part);
        part.classList.toggle("hit", index === hit);
        part.classList.toggle("found", found.has(index));
        part.classList.toggle("at-cursor", atCursor.has(index));
      }
    },
    elementOf: (part) => partsOf().find((one) => indexOf(one) === part),
  };
}

function sizeOf({ width = 600, height = 400 }: Picture) {
  return { width, height };
}

/** In a picture that is alone, its nodes can be reached by keys; among others it is one image with a list beside it. */
function svgOf(picture: Picture, alone: boolean): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(picture.svg, "text/html");
  const found = parsed.querySelector("svg");
  if (!found) throw new Error("There is no picture");
  const svg = document.adoptNode(found);
  svg.setAttribute("role", alone ? "group" : "img");
  svg.removeAttribute("aria-labelledby");
  svg.removeAttribute("aria-roledescription");
  svg.style.maxWidth = "100%";
  svg.style.height = "auto";
  if (alone) {
    svg.style.maxWidth = "none";
    makeReachable(svg, picture);
  } else if (picture.width) {
    svg.style.width = `${picture.width}px`;
    svg.style.minWidth = `${Math.round(picture.width * SMALLEST)}px`;
  }
  return svg;
}

function makeReachable(svg: SVGSVGElement, { parts }: Picture): void {
  const seen = new Set<string>();
  for (const one of svg.querySelectorAll("[data-part]")) {
    const index = one.getAttribute("data-part") ?? "";
    const part = parts[Number(index)];
    if (!part || seen.has(index) || part.kind === "field") continue;
    seen.add(index);
    one.setAttribute("tabindex", "0");
    one.setAttribute("role", "button");
    one.setAttribute("aria-label", part.label);
  }
}
