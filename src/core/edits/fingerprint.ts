/**
 * A short fingerprint of a text (FNV-1a, 32 bits, with the length): tells whether a text is still the one that
 * edits were made for. Not for anything that an attacker could profit from.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
