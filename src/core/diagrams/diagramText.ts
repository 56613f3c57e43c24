/** One line of a diagram's text, and the place of the code that it stands for; its line counts from 1. */
export interface DiagramText {
  readonly text: string;
  readonly place?: { readonly path: string; readonly line: number } | undefined;
}
