import type { Diagram, Limits, Offers, ShownDocument } from "../messages";
import { LIMITS } from "../render/mermaidConfig";
import type { Picture, Trouble } from "../render/outcome";

/** One diagram on the page. */
export interface Section {
  /** Stays the same while a diagram is edited or moved; the page's own, unlike the diagram's `id`. */
  readonly key: string;
  readonly diagram: Diagram;
  /** The last good picture, perhaps of an older source. */
  readonly picture?: Picture;
  /** Why `trouble.source` cannot be drawn; gone as soon as something can. */
  readonly trouble?: Trouble;
}

/** A part of a section's picture. */
export interface PartPlace {
  readonly key: string;
  readonly part: number;
}

/** All that the page shows. */
export interface PageState {
  /** Undefined until the first message, null when there is no document. */
  readonly document: ShownDocument | null | undefined;
  readonly revision: number;
  readonly sections: readonly Section[];
  /** What keeps the page as a whole from being up to date. */
  readonly problem?: string;
  /** The section that fills the panel; all are shown without. */
  readonly alone?: string | undefined;
  /** Whether the list of diagrams is shown. */
  readonly rail: boolean;
  /** Whether the page stays with its document. */
  readonly locked: boolean;
  readonly limits: Limits;
  /** What else there is for the document. */
  readonly offers: Offers;
  /** What is searched for. */
  readonly query: string;
  /** The match that the reader is at. */
  readonly hit?: PartPlace | undefined;
  /** Where the editor's cursor is. */
  readonly cursor?: { readonly uri: string; readonly line: number };
}

/** What a page shows before it has heard anything. */
export const initialState: PageState = {
  document: undefined,
  revision: 0,
  sections: [],
  rail: true,
  locked: false,
  limits: LIMITS,
  offers: { whole: [], hasRegions: false },
  query: "",
};

/** Replaces one section, if it is still there. */
export function updateSection(
  state: PageState,
  key: string,
  change: (section: Section) => Section,
): PageState {
  const sections = state.sections.map((section) =>
    section.key === key ? change(section) : section,
  );
  return { ...state, sections };
}
