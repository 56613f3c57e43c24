import type { CodeKind, ViewState } from "../messages";
import { partsAtCursor } from "../state/cursor";
import type { PageState, PartPlace, Section } from "../state/model";
import { matches } from "../state/search";
import { arrange, element } from "./dom";
import { listenForKeys } from "./keys";
import { createNotice } from "./notice";
import { anchorOf, goToAnchor, keepPlace } from "./place";
import { createRail } from "./rail";
import { createSectionView, type SectionActions, type SectionView } from "./sectionView";
import { createToolbar, type ToolbarActions } from "./toolbar";

export interface PageActions extends SectionActions, ToolbarActions {
  insertDiagram(): void;
  showWhole(kind: CodeKind): void;
}

type Place = Omit<ViewState, "uri" | "rail" | "locked">;

/** Below this width, in CSS pixels, the list of diagrams lies over them like a menu; main.css has it too. */
export const NARROW = 600;

/** The page as a whole. */
export interface Page {
  /** An element for measuring, as wide as a card; never seen. */
  readonly stage: HTMLElement;
  update(state: PageState): void;
  /** How soon a section's picture is wanted: 0 in view, else its distance in pixels. */
  rank(key: string): number;
  /** Where the reader is, to be given to `restore` after a reload. */
  place(): Place;
  restore(place: Place): void;
  /** Brings a section into view. */
  revealSection(key: string): void;
  /** Brings a part of a picture into view. */
  revealPart(place: PartPlace): void;
}

/** Builds the page into `body`. */
export function createPage(body: HTMLElement, actions: PageActions): Page {
  const toolbar = createToolbar(actions);
  const notice = createNotice(actions.insertDiagram);
  const list = element("div", "sections");
  const stage = element("div", "stage", { "aria-hidden": "true" });
  const main = element("main", "", {}, notice.root, list, stage);
  const chosen = () => {
    if (window.innerWidth < NARROW) actions.toggleRail();
  };
  const rail = createRail({
    choose(key) {
      if (alone === undefined) reveal(key);
      else actions.showAlone(key);
      chosen();
    },
    showWhole(kind) {
      actions.showWhole(kind);
      chosen();
    },
  });
  const panel = element("div", "panel", {}, rail.root, main);
  body.replaceChildren(toolbar.root, panel);

  const views = new Map<string, SectionView>();
  let order: readonly SectionView[] = [];
  const roots = () => order.map((view) => view.root);
  let uri: string | undefined;
  let alone: string | undefined;
  const aloneView = () => (alone === undefined ? undefined : views.get(alone));
  const reveal = (key: string) => {
    views.get(key)?.root.scrollIntoView({ block: "start" });
    actions.moved();
  };

  const update = (state: PageState) => {
    toolbar.update(state);
    notice.update(state);
    rail.update(state);
    alone = state.alone;
    main.classList.toggle("single", alone !== undefined);
    const depth = sharedDepth(state.sections);
    const found = byKey(matches(state));
    const atCursor = byKey(partsAtCursor(state));
    order = state.sections.map((section) => {
      const view = views.get(section.key) ?? createSectionView(section.key, actions);
      views.set(section.key, view);
      const { key } = section;
      view.update(section, {
        depth,
        alone: alone === key,
        hidden: alone !== undefined && alone !== key,
        hit: state.hit?.key === key ? state.hit.part : undefined,
        found: found.get(key) ?? none,
        atCursor: atCursor.get(key) ?? none,
      });
      return view;
    });
    const keys = new Set(state.sections.map((section) => section.key));
    for (const key of views.keys()) if (!keys.has(key)) views.delete(key);
    arrange(list, roots());
  };

  main.addEventListener("scroll", actions.moved, { passive: true });
  listenForKeys(body.ownerDocument, {
    search: toolbar.focusSearch,
    picture: () => aloneView()?.picture.panZoom,
    back: () => actions.showAlone(undefined),
    openHit: actions.openHit,
  });
  return {
    stage,
    update(state) {
      const other = state.document?.uri !== uri;
      uri = state.document?.uri;
      keepPlace(main, roots, () => update(state));
      if (other) main.scrollTop = 0;
      actions.moved();
    },
    rank(key) {
      const box = views.get(key)?.root.getBoundingClientRect();
      if (!box) return Number.MAX_SAFE_INTEGER;
      const view = main.getBoundingClientRect();
      if (box.bottom < view.top) return view.top - box.bottom;
      return Math.max(0, box.top - view.bottom);
    },
    place() {
      const anchor = anchorOf(main, roots);
      const heights = order.map((view) => view.root.querySelector(".card")?.clientHeight ?? 0);
      const one = aloneView();
      const index = one ? order.indexOf(one) : -1;
      return {
        heights,
        ...(anchor && { anchor }),
        ...(one && index >= 0 && { alone: { index, view: one.picture.panZoom.view() } }),
      };
    },
    revealSection: reveal,
    revealPart({ key, part }) {
      const view = views.get(key);
      const target = view?.picture.elementOf(part);
      if (!view || !target) return;
      if (key === alone) view.picture.panZoom.reveal(target);
      else target.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    restore({ anchor, heights, alone: one }) {
      const single = one && order[one.index];
      single?.setView(one?.view);
      order.forEach((view, index) => {
        const height = heights[index];
        if (height !== undefined) view.reserve(height);
      });
      if (anchor) goToAnchor(main, roots, anchor);
    },
  };
}

const none: ReadonlySet<number> = new Set();

function byKey(places: readonly PartPlace[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { key, part } of places) {
    const parts = found.get(key) ?? new Set();
    found.set(key, parts.add(part));
  }
  return found;
}

/** 1 if all diagrams stand under one and the same title of the document, and under a heading of their own. */
function sharedDepth(sections: readonly Section[]): 0 | 1 {
  const title = sections[0]?.diagram.headings[0];
  const shared = sections.every(
    ({ diagram: { headings } }) => headings.length > 1 && headings[0] === title,
  );
  return shared ? 1 : 0;
}
