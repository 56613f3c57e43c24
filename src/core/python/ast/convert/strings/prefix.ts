/** What stands before the text of a string literal. */
export interface Prefix {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  /** Only for a small letter, as in CPython. */
  readonly isUnicode: boolean;
  readonly isFormat: boolean;
  readonly isTemplate: boolean;
  /** Offset after the opening quotes. */
  readonly open: number;
  /** How many quotes end the literal. */
  readonly quotes: 1 | 3;
}

const known = new Map<string, Prefix>();

/** Reads the prefix and the opening quotes of the literal that begins at an offset. */
export function prefixAt(text: string, offset: number): Prefix {
  let at = offset;
  while (at < text.length && !isQuote(text.charCodeAt(at))) at++;
  const quote = text.charCodeAt(at);
  const isTriple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
  const key = text.slice(offset, at) + (isTriple ? "3" : "1");
  let prefix = known.get(key);
  if (prefix === undefined) {
    prefix = describe(key.slice(0, -1), isTriple);
    known.set(key, prefix);
  }
  return prefix;
}

function describe(written: string, isTriple: boolean): Prefix {
  const letters = written.toLowerCase();
  const quotes = isTriple ? 3 : 1;
  return {
    isBytes: letters.includes("b"),
    isRaw: letters.includes("r"),
    isUnicode: written === "u",
    isFormat: letters.includes("f"),
    isTemplate: letters.includes("t"),
    open: letters.length + quotes,
    quotes,
  };
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}
