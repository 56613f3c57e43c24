const loneReturns = /\r(?!\n)/g;

/** A text with a line feed for each carriage return that stands alone: Python and LSP end a line there, tree-sitter does not. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(loneReturns, "\n") : text;
}
