import type { Diagram, ShownDocument } from "../messages";
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

/** All that the page shows. */
export interface PageState {
  /** Undefined until the first message, null when there is no document. */
  readonly document: ShownDocument | null | undefined;
  readonly revision: number;
  readonly sections: readonly Section[];
  /** What keeps the page as a whole from being up to date. */
  readonly problem?: string;
}

/** What a page shows before it has heard anything. */
export const initialState: PageState = { document: undefined, revision: 0, sections: [] };

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
