/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  private state: number;

  constructor(...seeds: readonly number[]) {
    this.state = seeds.reduce((state, seed) => Math.imul(state ^ seed, 0x9e3779b1) + seed, 1) | 0;
  }

  /** From 0 on, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 on, below the bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** Whether something of that chance happens. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of some things. @throws RangeError where there is none. */
  one<T>(things: readonly T[]): T {
    if (things.length === 0) throw new RangeError("There is nothing to choose from.");
    return things[this.below(things.length)] as T;
  }
}
