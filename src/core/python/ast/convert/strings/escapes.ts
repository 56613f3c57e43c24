const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Stands for a character that is written by its Unicode name, `\N{…}`: the names would fill a megabyte. */
export const namedCharacter = "\ufffd";

const escapes =
  /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N(\{[^}]*\})|([\s\S]))/g;
const byteEscapes = /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g;

/** The text between the quotes as CPython reads it: every line break is a line feed. */
export function normalizeNewlines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The value of what stands between the quotes of a string that is not raw. */
export function decodeText(written: string): string {
  if (!written.includes("\\")) return written;
  return written.replace(escapes, (whole, hex, octal, short, long, named, other) => {
    if (other !== undefined) return simple[other] ?? whole;
    if (named !== undefined) return namedCharacter;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    const code = Number.parseInt(hex ?? short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of what stands between the quotes of a bytes literal that is not raw, a character a byte. */
export function decodeBytes(written: string): string {
  if (!written.includes("\\")) return written;
  return written.replace(byteEscapes, (whole, hex, octal, other) => {
    if (other !== undefined) return simple[other] ?? whole;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
}
