/**
 * What Mermaid's parsers ask a page for, which the build puts in the place of `window`: the colours that `box` of a sequence
 * diagram may have, and where it would listen for the page to be loaded.
 */
export const window = {
  CSS: { supports: () => true },
  addEventListener: () => undefined,
};

/** Stands for `Option` of a page, whose style says whether a colour is one. */
export class Option {
  readonly style = { color: "" };
}
