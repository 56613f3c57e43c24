/**
 * The offset after the string whose quotes begin at an offset; one that is not closed ends with its line.
 * @param isFormatted whether braces hold expressions, which can go over lines and have quotes of their own
 */
export function stringEnd(text: string, at: number, isFormatted: boolean): number {
  const end = isFormatted ? formattedEnd(text.slice(0, at + maximalLength), at, 0) : -1;
  return end < 0 ? plainEnd(text, at) : end;
}

/** Whether the quotes at an offset have an `f` or `t` before them. */
export function isFormattedAt(text: string, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 2); before--) {
    const char = text.charAt(before);
    if (/[ft]/i.test(char))
      return !/\w/.test(text.charAt(before - 1)) || /r/i.test(text.charAt(before - 1));
    if (!/r/i.test(char)) return false;
  }
  return false;
}

function plainEnd(text: string, at: number): number {
  const quotes = quotesAt(text, at);
  for (let stop = at + quotes.length; stop < text.length; stop++) {
    const char = text.charAt(stop);
    if (char === "\\") stop = afterEscape(text, stop) - 1;
    else if (text.startsWith(quotes, stop)) return stop + quotes.length;
    else if (quotes.length === 1 && isBreak(char)) return stop;
  }
  return text.length;
}

/** Characters that are searched for the end of an f-string. */
const maximalLength = 20_000;

/** Levels of strings within strings that are followed. */
const maximalNesting = 10;

/** As `stringEnd`, -1 where the string or a brace in it is not closed. */
function formattedEnd(text: string, at: number, nesting: number): number {
  const quotes = quotesAt(text, at);
  let depth = 0;
  for (let stop = at + quotes.length; stop < text.length && nesting < maximalNesting; stop++) {
    const char = text.charAt(stop);
    if (depth > 0) {
      if (char === "{") depth++;
      else if (char === "}") depth--;
      else if (char === '"' || char === "'") {
        const inner = formattedEnd(text, stop, nesting + 1);
        if (inner < 0) return -1;
        stop = inner - 1;
      }
    } else if (char === "\\") stop = afterEscape(text, stop) - 1;
    else if (char === "{" && text.charAt(stop + 1) === "{") stop++;
    else if (char === "{") depth++;
    else if (text.startsWith(quotes, stop)) return stop + quotes.length;
    else if (quotes.length === 1 && isBreak(char)) return -1;
  }
  return -1;
}

function quotesAt(text: string, at: number): string {
  const quote = text.charAt(at);
  return text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
}

function afterEscape(text: string, at: number): number {
  return at + (text.charAt(at + 1) === "\r" && text.charAt(at + 2) === "\n" ? 3 : 2);
}

function isBreak(char: string): boolean {
  return char === "\n" || char === "\r";
}
