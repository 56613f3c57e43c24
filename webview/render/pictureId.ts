/**
 * An id for a picture, from what is drawn: the same text gives the same id in each run, which keeps screenshots and tests
 * steady. Where the page already has it, for two fences of the same text, a number follows.
 * @param last of the picture before, which may not be on the page yet
 */
export function pictureId(content: string, page: Document, last: string | undefined): string {
  const base = `picture-${hash(content)}`;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (id !== last && !page.getElementById(id)) return id;
  }
}

/** FNV-1a, 32 bits: short, and good enough where a collision costs nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
