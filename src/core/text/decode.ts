/** Text that was read, or why it could not be. */
export type Decoded =
  | { readonly text: string; readonly error?: undefined }
  | { readonly text?: undefined; readonly error: string };

/** Larger files are data rather than code; they are named and left alone. In bytes. */
const largestFile = 2 * 1024 * 1024;

/**
 * Decodes a source file: UTF-8, or what a coding line in its first two lines names (PEP 263). A byte order mark is
 * left out.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  if (bytes.length > largestFile) return { error: tooLarge(bytes.length) };
  const label = codingLine(bytes) ?? "utf-8";
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes("\0") ? { error: notText } : { text };
  } catch {
    return { error: label === "utf-8" ? "not UTF-8" : `not ${label}, which its coding line names` };
  }
}

const notText = "not a text file: it holds null bytes";

/** CPython's own bound (MAXINDENT in its tokenizer); beyond it the grammar's scanner fails. */
const deepestIndentation = 100;

/**
 * Why a text is left alone: it is larger than code is, holds what no text does, or is indented deeper than Python itself
 * takes. `undefined` for one that can be analysed.
 */
export function whyNotAnalysed(text: string): string | undefined {
  if (text.length > largestFile) return tooLarge(text.length);
  if (text.includes("\0")) return notText;
  return isTooDeep(text)
    ? `not analysed: more than ${deepestIndentation} levels of indentation`
    : undefined;
}

/** Whether statements nest deeper than Python takes. Asked on every keystroke, hence no regular expression. */
function isTooDeep(text: string): boolean {
  const levels: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let unit = text.charCodeAt(at);
    while (unit === space || unit === tab) unit = text.charCodeAt(++at);
    const isCode =
      unit !== hash && unit !== lineFeed && unit !== carriageReturn && at < text.length;
    if (isCode) {
      const indentation = at - start;
      while ((levels.at(-1) ?? 0) > indentation) levels.pop();
      if ((levels.at(-1) ?? 0) < indentation) levels.push(indentation);
      if (levels.length > deepestIndentation) return true;
    }
    const end = text.indexOf("\n", at);
    if (end < 0) return false;
    at = end;
  }
  return false;
}

const [space, tab, hash, lineFeed, carriageReturn] = [32, 9, 35, 10, 13];

/** Why a file or document of that size is left alone. @param size in bytes, or in characters. */
function tooLarge(size: number): string {
  return `not analysed: larger than ${largestFile / 1024 / 1024} MB (${(size / 1024 / 1024).toFixed(1)} MB)`;
}

function codingLine(bytes: Uint8Array): string | undefined {
  // Coding lines are ASCII, so that latin1 reads them whatever the encoding is.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400));
  for (const line of head.split(/\r\n|\r|\n/).slice(0, 2)) {
    const coding = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1];
    if (coding !== undefined) return encodingLabel(coding.toLowerCase().replaceAll("_", "-"));
    if (!/^[ \t\f]*(#|$)/.test(line)) return undefined;
  }
  return undefined;
}

/** Python's name of an encoding as the Encoding Standard has it. */
function encodingLabel(name: string): string {
  if (/^utf-?8(-|$)/.test(name)) return "utf-8";
  return /^(latin-?1|iso-?latin-1)(-|$)/.test(name) ? "iso-8859-1" : name;
}
