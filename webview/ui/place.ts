import type { ViewState } from "../messages";

/** The sections on the page, from top to bottom. */
type Sections = () => readonly HTMLElement[];

/** Where the reader is. */
export type Anchor = NonNullable<ViewState["anchor"]>;

/** The section at the top of the page and how far below it begins; undefined at the very top, where nothing is held. */
export function anchorOf(scroller: HTMLElement, sections: Sections): Anchor | undefined {
  if (scroller.scrollTop <= 0) return undefined;
  const top = scroller.getBoundingClientRect().top;
  const all = sections();
  const index = all.findIndex((section) => section.getBoundingClientRect().bottom > top + 1);
  const section = all[index];
  return section && { index, offset: section.getBoundingClientRect().top - top };
}

/** Changes the page and leaves what the reader looks at where it is. */
export function keepPlace(scroller: HTMLElement, sections: Sections, change: () => void): void {
  const anchor = anchorOf(scroller, sections);
  const section = anchor && sections()[anchor.index];
  change();
  if (!anchor || !section?.isConnected) return;
  const top = scroller.getBoundingClientRect().top;
  const moved = section.getBoundingClientRect().top - top - anchor.offset;
  if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
}

/** Goes back to where the reader was. */
export function goToAnchor(scroller: HTMLElement, sections: Sections, anchor: Anchor): void {
  const section = sections()[anchor.index];
  if (!section) return;
  const top = scroller.getBoundingClientRect().top;
  scroller.scrollTop += section.getBoundingClientRect().top - top - anchor.offset;
}
