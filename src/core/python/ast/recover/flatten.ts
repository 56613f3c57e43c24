/**
 * A text of the same length in which line breaks and comments within brackets are spaces: the grammar's scanner takes
 * some of these line breaks for the end of a block.
 */
export function flatten(text: string): string {
  const units = text.split("");
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const first = token.charAt(0);
    if ("([{".includes(first)) depth++;
    else if (")]}".includes(first)) depth--;
    else if (depth > 0 && (first === "#" || first === "\r" || first === "\n")) {
      units.fill(" ", index, index + token.length);
    }
  }
  return units.join("");
}

/** Strings, comments, brackets and line breaks. */
const tokens =
  /"""(?:\\[\s\S]|(?!""")[\s\S])*"""|'''(?:\\[\s\S]|(?!''')[\s\S])*'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|#.*|[()[\]{}]|[\r\n]/g;
