/**
 * A hash of a file's bytes by which two versions of it are told apart: 53 bits of two multiplicative hashes side by side,
 * and the length. Not for anything that somebody may want to forge.
 */
export function contentHash(bytes: Uint8Array): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const words = bytes.length >> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < words; index++) {
    const word = view.getUint32(index << 2, true);
    high = Math.imul(high ^ word, 2654435761);
    low = Math.imul((low << 5) ^ (low >>> 27) ^ word, 1597334677);
  }
  for (let index = words << 2; index < bytes.length; index++) {
    high = Math.imul(high ^ (bytes[index] ?? 0), 2654435761);
    low = Math.imul(low ^ (bytes[index] ?? 0), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const number = 4294967296 * (2097151 & low) + (high >>> 0);
  return `${number.toString(36)}-${bytes.length}`;
}
