/**
 * Where tree-sitter keeps what of a subtree, in the memory of a 32-bit WebAssembly: `SubtreeInlineData` and
 * `SubtreeHeapData` of its `lib/src/subtree.h`. A subtree is eight bytes in its parent, either the data of a small
 * leaf (lowest bit set) or a pointer. This is not an interface that tree-sitter promises to keep: `fillTable.ts` is the
 * only one to use it, and its test checks it against the public cursor whenever the version moves.
 */

/** Bytes a child takes in its parent; the children lie right before the parent's own data. */
export const childSize = 8;

/** Bits of the first byte of an inline leaf. */
export const inlineBit = { inline: 1, visible: 2, extra: 8, missing: 32 } as const;

/** Byte offsets in an inline leaf; the low half of `paddingRows` counts, and rows of its size are always 0. */
export const inlineByte = {
  symbol: 1,
  paddingColumns: 4,
  paddingRows: 5,
  paddingBytes: 6,
  sizeBytes: 7,
} as const;

/** Word offsets in a heap subtree. */
export const heapWord = {
  paddingBytes: 1,
  paddingRows: 2,
  paddingColumns: 3,
  sizeBytes: 4,
  sizeRows: 5,
  sizeColumns: 6,
  errorCost: 8,
  childCount: 9,
  /** Symbol in the low half, parse state in the high one. */
  symbol: 10,
  flags: 11,
  visibleChildCount: 12,
  visibleDescendantCount: 14,
  /** Repeat depth in the low half, production in the high one. */
  production: 16,
} as const;

/** Bits of `heapWord.flags`. */
export const heapBit = { visible: 1, extra: 4, missing: 512 } as const;

/** The symbol of an ERROR node, which is in no table of the grammar. */
export const errorSymbol = 0xffff;
