import type { Fence } from "../../markdown/document";
import { toDocumentPosition } from "../../markdown/readFence";
import type { Position, Range } from "../../text/range";

/** An object of a fence, as JSON or as a dictionary of Python. */
export interface ReadObject {
  readonly entries: readonly ReadEntry[];
  /** Behind its opening brace. */
  readonly inside: Position;
}

/** A key of an object that is a text. */
export interface ReadEntry {
  readonly key: string;
  readonly keyRange: Range;
  /** The value where it is a text. */
  readonly text: string | undefined;
  readonly object: ReadObject | undefined;
  /** The key with its value; and what has to go with it when it goes. */
  readonly range: Range;
  readonly removal: Range;
}

/** The objects of a fence's top level; what cannot be read ends the list. */
export function readObjects(fence: Fence): readonly ReadObject[] {
  return new ObjectReader(fence).all();
}

/** A key before it is known what stands around it. */
type Draft = Omit<ReadEntry, "removal" | "range"> & { readonly from: number; readonly to: number };

class ObjectReader {
  private at = 0;
  private readonly source: string;

  constructor(private readonly fence: Fence) {
    this.source = fence.content;
  }

  all(): readonly ReadObject[] {
    const found: ReadObject[] = [];
    while (this.at < this.source.length) {
      this.skip();
      if (this.source[this.at] !== "{") {
        this.at++;
        continue;
      }
      const object = this.object();
      if (object === undefined) return found;
      found.push(object);
    }
    return found;
  }

  private object(): ReadObject | undefined {
    this.at++;
    const inside = this.at;
    const drafts: Draft[] = [];
    for (;;) {
      this.skip();
      if (this.take("}")) break;
      const from = this.at;
      const key = this.quoted();
      const keyEnd = this.at;
      this.skip();
      if (key === undefined || !this.take(":")) return undefined;
      this.skip();
      const value = this.value();
      if (value === undefined) return undefined;
      drafts.push({ key, keyRange: this.range(from, keyEnd), ...value, from, to: this.at });
      this.skip();
      if (!this.take(",") && this.source[this.at] !== "}") return undefined;
    }
    const end = this.at - 1;
    const entries = drafts.map(({ from, to, ...one }, index): ReadEntry => {
      const [before, next] = [drafts[index - 1], drafts[index + 1]];
      const removal =
        next !== undefined
          ? this.range(from, next.from)
          : this.range(before?.to ?? inside, before === undefined ? end : to);
      return { ...one, range: this.range(from, to), removal };
    });
    return { entries, inside: this.place(inside) };
  }

  private value(): Pick<ReadEntry, "text" | "object"> | undefined {
    const first = this.source[this.at];
    if (first === "{") {
      const object = this.object();
      return object && { text: undefined, object };
    }
    if (first === '"' || first === "'") {
      const text = this.quoted();
      return text === undefined ? undefined : { text, object: undefined };
    }
    // A list or a call may hold anything in brackets; a number or a name ends with the entry.
    let depth = 0;
    for (; this.at < this.source.length; this.at++) {
      const one = this.source[this.at] ?? "";
      if (one === '"' || one === "'") {
        if (this.quoted() === undefined) return undefined;
        this.at--;
      } else if ("[({".includes(one)) depth++;
      else if ("])}".includes(one)) {
        if (depth === 0) break;
        depth--;
      } else if (depth === 0 && (one === "," || one === "\n")) break;
    }
    while (/\s/.test(this.source[this.at - 1] ?? "")) this.at--;
    return { text: undefined, object: undefined };
  }

  private quoted(): string | undefined {
    const [whole, , text] =
      /^(["'])((?:(?!\1)[^\\\n]|\\.)*)\1/.exec(this.source.slice(this.at, this.at + 4000)) ?? [];
    if (whole === undefined) return undefined;
    this.at += whole.length;
    return text;
  }

  /** Passes over blanks and comments. */
  private skip(): void {
    const blank = /(?:\s+|#[^\n]*|\/\/[^\n]*)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.source)?.[0].length ?? 0;
  }

  private take(mark: string): boolean {
    if (this.source[this.at] !== mark) return false;
    this.at++;
    return true;
  }

  private place(offset: number): Position {
    const before = this.source.slice(0, offset);
    const line = before.split("\n").length - 1;
    return toDocumentPosition(this.fence, {
      line,
      character: offset - (before.lastIndexOf("\n") + 1),
    });
  }

  private range(from: number, to: number): Range {
    return { start: this.place(from), end: this.place(to) };
  }
}
