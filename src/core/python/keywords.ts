/** Python's keywords (https://docs.python.org/3.14/reference/lexical_analysis.html#keywords). */
const keywords: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global " +
    "if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

/** Whether a word is one that Python does not take as a name. */
export function isKeyword(word: string): boolean {
  return keywords.has(word);
}
