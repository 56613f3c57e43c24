import type { Theme } from "../theme/watch";
import type { Part } from "./parts";

/** A picture that has been drawn. */
export interface Picture {
  /** What was drawn. */
  readonly source: string;
  /** The theme it was drawn in. */
  readonly theme: string;
  /** The id of its root element; no two pictures on the page share it. */
  readonly id: string;
  /** Cleaned SVG markup. */
  readonly svg: string;
  /** Its natural width in CSS pixels, where the diagram has one. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** What can be pointed at in it. */
  readonly parts: readonly Part[];
  /** The card it wants where the diagram brings a theme of its own. */
  readonly card: "light" | "dark" | undefined;
  readonly milliseconds: number;
}

/** Why a diagram cannot be drawn. */
export interface Trouble {
  readonly source: string;
  /** Zero-based, inside the fence. */
  readonly line: number;
  /** In plain words, to be read after "Line 12". */
  readonly message: string;
  /** The text it is about. */
  readonly excerpt: string | undefined;
}

export type Outcome =
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/**
 * Draws one diagram at a time. Today in the page itself; the words that go in and out are plain data, so that a frame of
 * its own can take over.
 */
export interface Renderer {
  /**
   * Never rejects for what is wrong with the source; rejects if the renderer itself cannot be had. Waits for those that were
   * asked for before.
   * @param theme that of the page where it is left out
   */
  render(source: string, theme?: Theme): Promise<Outcome>;
}
