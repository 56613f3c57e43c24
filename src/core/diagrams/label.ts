const named: Readonly<Record<string, string>> = { '"': "quot", "&": "amp", "<": "lt", ">": "gt" };

/**
 * Text as it may stand in a Mermaid label or message of any diagram: blanks and line breaks become one blank,
 * and every ASCII character that could mean something to Mermaid its entity (`#quot;`, `#59;`).
 * @param most characters that are kept at most; what is cut ends with `…`.
 */
export function mermaidLabel(text: string, most = 80): string {
  return shorten(text.replace(/\s+/gu, " ").trim(), most).replace(
    /[^\p{L}\p{M}\p{N} .,'()/?!*+=_\-\u0080-\u{10ffff}]/gu,
    entity,
  );
}

function entity(character: string): string {
  return `#${named[character] ?? character.codePointAt(0)};`;
}

/** Cuts a text at a word, or within one where the words are too long. Never within a character. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join("");
  const blank = cut.lastIndexOf(" ");
  return `${(blank > cut.length / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
