import { childSize, errorSymbol, heapBit, heapWord, inlineBit, inlineByte } from "./heap";
import { Kind } from "./kinds";
import type { Grammar } from "./runtime";
import { maximalSize, type SyntaxTable, stride } from "./table";

/** What reading a tree finds beside its nodes: five numbers each, the offset, and start and end as in the table. */
export interface Findings {
  readonly comments: number[];
  readonly errors: number[];
}

/**
 * Words a frame of the stack takes: next child, end of children, index of the next alias, node, whether it is in a
 * string.
 */
const frameSize = 5;

/** Reads trees straight from the parser's memory into a table that it keeps and grows. */
export class TableFiller {
  /** The last child of the root that was read; it is node 0. */
  table = new Int32Array(stride * 4096);
  private stack = new Int32Array(frameSize * 256);
  private readonly grammar: Grammar;

  constructor(grammar: Grammar) {
    this.grammar = grammar;
  }

  /**
   * Reads a tree, one child of the root after the other.
   * @param slot address of the eight bytes of the root, which is its id as a public node
   * @param lines added to every line
   * @param each called with the table when a child of the root is in it
   */
  fill(slot: number, lines: number, findings: Findings, each: (table: SyntaxTable) => void): void {
    const { kinds, aliases, aliasesPerProduction } = this.grammar;
    const words = this.grammar.heap.HEAPU32;
    const bytes = this.grammar.heap.HEAPU8;
    let { table, stack } = this;
    let offset = 0;
    let line = lines;
    let character = 0;
    let top = 0;
    // Nodes that are begun and not ended.
    let open = 0;
    let depth = 0;
    // The frame that is being read, in locals.
    let child = slot;
    let end = slot + childSize;
    let alias = -1;
    let node = -1;
    // Comments in an f-string are none of the module's.
    let inString = 0;
    for (;;) {
      if (child === end) {
        // All children read: close the node and go on in its parent.
        if (node >= 0) {
          const size = (top - node) / stride;
          if (size > maximalSize) throw new RangeError("A statement is too large to be read.");
          table[node] = (table[node] as number) | (size << 8);
          table[node + 3] = offset;
          table[node + 6] = line;
          table[node + 7] = character;
          if (--open === 0) {
            each(table);
            top = 0;
          }
        }
        if (depth === 0) break;
        depth -= frameSize;
        child = stack[depth] as number;
        end = stack[depth + 1] as number;
        alias = stack[depth + 2] as number;
        node = stack[depth + 3] as number;
        inString = stack[depth + 4] as number;
        continue;
      }
      const here = child;
      child += childSize;
      const head = words[here >> 2] as number;
      if (head & inlineBit.inline) {
        const rows = (bytes[here + inlineByte.paddingRows] as number) & 15;
        const columns = bytes[here + inlineByte.paddingColumns] as number;
        if (rows > 0) {
          line += rows;
          character = columns >> 1;
        } else {
          character += columns >> 1;
        }
        offset += (bytes[here + inlineByte.paddingBytes] as number) >> 1;
        const length = (bytes[here + inlineByte.sizeBytes] as number) >> 1;
        let shown = head & inlineBit.visible ? (bytes[here + inlineByte.symbol] as number) : 0;
        if (!(head & inlineBit.extra) && alias >= 0) {
          shown = (aliases[alias] as number) || shown;
          alias++;
        }
        const kind = kinds[shown] as number;
        if (head & inlineBit.missing) {
          findings.errors.push(offset, line, character, line, character + length);
        }
        if (kind > Kind.Comment) {
          if (top + stride > table.length) table = this.grow();
          table[top] = kind | 256;
          table[top + 1] = 0;
          table[top + 2] = offset;
          table[top + 3] = offset + length;
          table[top + 4] = line;
          table[top + 5] = character;
          table[top + 6] = line;
          table[top + 7] = character + length;
          if (open > 0) top += stride;
          else each(table);
        } else if (kind === Kind.Comment && inString === 0) {
          findings.comments.push(offset, line, character, line, character + length);
        }
        offset += length;
        character += length;
        continue;
      }
      const data = head >> 2;
      const flags = words[data + heapWord.flags] as number;
      const symbol = (words[data + heapWord.symbol] as number) & 0xffff;
      let shown = flags & heapBit.visible ? symbol : 0;
      if (!(flags & heapBit.extra) && alias >= 0) {
        shown = (aliases[alias] as number) || shown;
        alias++;
      }
      const kind = symbol === errorSymbol ? Kind.Error : (kinds[shown] as number);
      const rows = words[data + heapWord.paddingRows] as number;
      const columns = (words[data + heapWord.paddingColumns] as number) >> 1;
      const children = words[data + heapWord.childCount] as number;
      const startOffset = offset + ((words[data + heapWord.paddingBytes] as number) >> 1);
      const startLine = line + rows;
      const startCharacter = rows > 0 ? columns : character + columns;
      if (flags & heapBit.missing) {
        findings.errors.push(startOffset, startLine, startCharacter, startLine, startCharacter);
      }
      const isNode = kind > Kind.Comment && kind !== Kind.module;
      if (isNode) {
        if (top + stride > table.length) table = this.grow();
        table[top] = kind;
        table[top + 1] = 0;
        table[top + 2] = startOffset;
        table[top + 4] = startLine;
        table[top + 5] = startCharacter;
        top += stride;
      }
      const skipped =
        children === 0 ||
        kind === Kind.Error ||
        (kind <= Kind.Comment && (words[data + heapWord.visibleChildCount] === 0 || shown !== 0));
      if (!skipped) {
        if (depth + frameSize > stack.length) stack = this.growStack();
        stack[depth] = child;
        stack[depth + 1] = end;
        stack[depth + 2] = alias;
        stack[depth + 3] = node;
        stack[depth + 4] = inString;
        depth += frameSize;
        end = head;
        child = head - children * childSize;
        const production = (words[data + heapWord.production] as number) >>> 16;
        alias = production === 0 ? -1 : production * aliasesPerProduction;
        node = -1;
        if (isNode) {
          node = top - stride;
          open++;
          if (kind === Kind.string) inString = 1;
        }
        continue;
      }
      // A leaf, or a subtree that is stepped over.
      const sizeRows = words[data + heapWord.sizeRows] as number;
      const sizeColumns = (words[data + heapWord.sizeColumns] as number) >> 1;
      offset = startOffset + ((words[data + heapWord.sizeBytes] as number) >> 1);
      line = startLine + sizeRows;
      character = sizeRows > 0 ? sizeColumns : startCharacter + sizeColumns;
      if (kind === Kind.Error) {
        findings.errors.push(startOffset, startLine, startCharacter, line, character);
      }
      if (isNode) {
        const self = top - stride;
        table[self] = (table[self] as number) | 256;
        table[self + 3] = offset;
        table[self + 6] = line;
        table[self + 7] = character;
        if (open === 0) {
          each(table);
          top = 0;
        }
      } else if (kind === Kind.Comment && inString === 0) {
        findings.comments.push(startOffset, startLine, startCharacter, line, character);
      }
    }
  }

  private grow(): Int32Array<ArrayBuffer> {
    const grown = new Int32Array(this.table.length * 2);
    grown.set(this.table);
    this.table = grown;
    return grown;
  }

  private growStack(): Int32Array<ArrayBuffer> {
    const grown = new Int32Array(this.stack.length * 2);
    grown.set(this.stack);
    this.stack = grown;
    return grown;
  }
}
