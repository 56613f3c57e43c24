import type { ViewState } from "../messages";

/** How a picture is looked at: where its left upper corner is in its frame, in CSS pixels, and its scale. */
export type View = NonNullable<NonNullable<ViewState["alone"]>["view"]>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 0.05;
const LARGEST = 8;
/** Of a key, in CSS pixels. */
const STEP = 60;

/** Moves and scales a picture that fills its frame. */
export interface PanZoom {
  /** Takes over a picture, with the view of the last one where there was one; `undefined` lets go of it. */
  attach(svg: SVGSVGElement | undefined, size: Size | undefined): void;
  view(): View | undefined;
  setView(view: View | undefined): void;
  /** All of it in the frame, never larger than it is. */
  fit(): void;
  zoom(factor: number): void;
  pan(across: number, down: number): void;
  /** Brings an element of the picture into the frame, if it is not. */
  reveal(element: Element): void;
}

/** Makes `frame` such a frame, while a picture is attached; `changed` is called when the view is another. */
export function createPanZoom(frame: HTMLElement, changed: () => void): PanZoom {
  let svg: SVGSVGElement | undefined;
  let size: Size = { width: 1, height: 1 };
  let view: View | undefined;

  const show = (next: View) => {
    view = next;
    if (svg) svg.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.scale})`;
    changed();
  };
  const showAll = () => {
    const { clientWidth, clientHeight } = frame;
    if (clientWidth === 0 || clientHeight === 0) return;
    const room = Math.min((clientWidth - 32) / size.width, (clientHeight - 32) / size.height, 1);
    const scale = Math.max(SMALLEST, room);
    const x = (clientWidth - size.width * scale) / 2;
    show({ x, y: Math.max(16, (clientHeight - size.height * scale) / 2), scale });
  };
  const pan = (across: number, down: number) => {
    if (view) show({ ...view, x: view.x + across, y: view.y + down });
  };
  const zoomAt = (factor: number, x: number, y: number) => {
    if (!view) return;
    const scale = Math.min(LARGEST, Math.max(SMALLEST, view.scale * factor));
    const by = scale / view.scale;
    show({ x: x - (x - view.x) * by, y: y - (y - view.y) * by, scale });
  };

  frame.addEventListener(
    "wheel",
    (event) => {
      if (!svg) return;
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        const factor = Math.exp(-event.deltaY / 300);
        zoomAt(factor, event.clientX - box.left, event.clientY - box.top);
      } else if (event.shiftKey) pan(-event.deltaY, 0);
      else pan(-event.deltaX, -event.deltaY);
    },
    { passive: false },
  );
  frame.addEventListener("pointerdown", (event) => {
    if (!svg || event.button !== 0) return;
    let moved = false;
    const move = ({ movementX, movementY, pointerId }: PointerEvent) => {
      // Captured only now, so that a click still lands on what it is meant for.
      if (!moved) frame.setPointerCapture(pointerId);
      moved = true;
      pan(movementX, movementY);
    };
    const end = () => {
      frame.removeEventListener("pointermove", move);
      frame.removeEventListener("pointerup", end);
      frame.removeEventListener("pointercancel", end);
    };
    frame.addEventListener("pointermove", move);
    frame.addEventListener("pointerup", end);
    frame.addEventListener("pointercancel", end);
  });
  new ResizeObserver(() => {
    if (svg && !view) showAll();
  }).observe(frame);

  return {
    attach(next, nextSize) {
      svg = next;
      if (!svg || !nextSize) return;
      size = nextSize;
      svg.style.width = `${size.width}px`;
      if (view) show(view);
      else showAll();
    },
    view: () => view,
    setView(next) {
      view = next;
      if (next) show(next);
    },
    fit: showAll,
    zoom: (factor) => zoomAt(factor, frame.clientWidth / 2, frame.clientHeight / 2),
    pan: (across, down) => pan(across * STEP, down * STEP),
    reveal(element) {
      const box = element.getBoundingClientRect();
      const room = frame.getBoundingClientRect();
      const isIn = (low: number, high: number, from: number, to: number) =>
        low >= from && high <= to;
      const across = isIn(box.left, box.right, room.left, room.right);
      if (across && isIn(box.top, box.bottom, room.top, room.bottom)) return;
      pan(
        (room.left + room.right - box.left - box.right) / 2,
        (room.top + room.bottom - box.top - box.bottom) / 2,
      );
    },
  };
}
