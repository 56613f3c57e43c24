import type { ViewState } from "../messages";
import type { PageState, Section } from "../state/model";
import { arrange, element } from "./dom";
import { createNotice } from "./notice";
import { anchorOf, goToAnchor, keepPlace } from "./place";
import { createSectionView, type SectionActions, type SectionView } from "./sectionView";
import { createToolbar } from "./toolbar";

export interface PageActions extends SectionActions {
  insertDiagram(): void;
  /** The reader has scrolled, or pictures have got other heights. */
  moved(): void;
}

/** The page as a whole. */
export interface Page {
  /** An element for measuring, as wide as a card; never seen. */
  readonly stage: HTMLElement;
  update(state: PageState): void;
  /** How soon a section's picture is wanted: 0 in view, else its distance in pixels. */
  rank(key: string): number;
  /** Where the reader is, to be given to `restore` after a reload. */
  place(): Omit<ViewState, "uri">;
  restore(place: Omit<ViewState, "uri">): void;
}

/** Builds the page into `body`. */
export function createPage(body: HTMLElement, actions: PageActions): Page {
  const toolbar = createToolbar();
  const notice = createNotice(actions.insertDiagram);
  const list = element("div", "sections");
  const stage = element("div", "stage", { "aria-hidden": "true" });
  const main = element("main", "", {}, notice.root, list, stage);
  body.replaceChildren(toolbar.root, main);

  const views = new Map<string, SectionView>();
  let order: readonly SectionView[] = [];
  const roots = () => order.map((view) => view.root);
  let uri: string | undefined;

  const update = (state: PageState) => {
    toolbar.update(state);
    notice.update(state);
    const depth = sharedDepth(state.sections);
    order = state.sections.map((section) => {
      const view = views.get(section.key) ?? createSectionView(section.key, actions);
      views.set(section.key, view);
      view.update(section, depth);
      return view;
    });
    const keys = new Set(state.sections.map((section) => section.key));
    for (const key of views.keys()) if (!keys.has(key)) views.delete(key);
    arrange(list, roots());
  };

  main.addEventListener("scroll", actions.moved, { passive: true });
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
      return anchor ? { anchor, heights } : { heights };
    },
    restore({ anchor, heights }) {
      order.forEach((view, index) => {
        const height = heights[index];
        if (height !== undefined) view.reserve(height);
      });
      if (anchor) goToAnchor(main, roots, anchor);
    },
  };
}

/** 1 if all diagrams stand under one and the same title of the document, and under a heading of their own. */
function sharedDepth(sections: readonly Section[]): 0 | 1 {
  const title = sections[0]?.diagram.headings[0];
  const shared = sections.every(
    ({ diagram: { headings } }) => headings.length > 1 && headings[0] === title,
  );
  return shared ? 1 : 0;
}
