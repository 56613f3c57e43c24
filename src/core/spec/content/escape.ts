/**
 * Plain text as Markdown that reads as that text: no emphasis, link, HTML, entity, heading or list comes of it.
 * Line breaks become blanks. A bar is escaped too, so that the text may stand in a table.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*[\]|~$]|<(?=[\p{L}/!?])/gu, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^(\s*)([#>+=-])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/(\s)(#+\s*)$/, "$1\\$2");
}

/** Text as inline code, with as many marks as it needs. A bar within a table is escaped by the table. */
export function inlineCode(text: string): string {
  const content = text.replace(/\s+/gu, " ").trim();
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = "`".repeat(longest + 1);
  const pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${marks}${pad}${content}${pad}${marks}`;
}

/** Text within a Python docstring of three double quotes; what looks like a mark of a place loses its `#`. */
export function docstringText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/#+(?=\s*(?:TODO|proposed)\b)/g, "")
    .replace(/\\/g, "\\\\")
    .replace(/"(?="|$)/g, '\\"');
}
