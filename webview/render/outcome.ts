import type { Part } from "../frame/protocol";
import type { Theme } from "../theme/watch";

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
  /** In plain words, as one sentence. */
  readonly message: string;
  /** The text it is about. */
  readonly excerpt: string | undefined;
}

export type Outcome =
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** Draws one diagram at a time. */
export interface Renderer {
  /**
   * Never rejects for what is wrong with the source; rejects if the renderer itself cannot be had. Waits for those that were
   * asked for before.
   * @param wanted the theme, that of the page where it is left out; and what says that nobody waits any more, so that a
   *   rendering that takes long is cut off
   */
  render(
    source: string,
    wanted?: { readonly theme?: Theme; readonly abandoned?: AbortSignal },
  ): Promise<Outcome>;
}
