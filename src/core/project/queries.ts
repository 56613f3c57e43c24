/**
 * Values that are computed once and kept until something they were computed from changes: of each it is known what it
 * read on the way. A value that comes out the same again does not make those that read it new.
 *
 * The way in which a build system such as Salsa does it (https://salsa-rs.github.io/salsa/reference/algorithm.html).
 */
export class Queries {
  private revision = 1;
  private readonly cells = new Map<string, Cell>();
  /** What is being computed, innermost last. */
  private readonly running: Cell[] = [];

  /** Says that an input changed: what was computed from it is computed again when it is asked for. */
  changed(input: string): void {
    this.revision++;
    const cell = this.cell(input);
    cell.changedAt = this.revision;
    cell.verifiedAt = this.revision;
  }

  /** Notes that what is being computed depends on an input. */
  reads(input: string): void {
    this.running.at(-1)?.dependencies.add(this.cell(input));
  }

  /**
   * The value under a key, computed if it is not known or not true any more.
   * @param compute may throw, which is not kept
   * @param isSame whether a value that was computed again is what it was
   */
  get<T>(key: string, compute: () => T, isSame: (a: T, b: T) => boolean = Object.is): T {
    const cell = this.cell(key);
    // Each key has one kind of value, which the caller chooses.
    const typed = cell as Cell & { value: T };
    cell.renew = () => this.compute(typed, compute, isSame);
    this.running.at(-1)?.dependencies.add(cell);
    if (!this.isUpToDate(cell)) cell.renew();
    return typed.value;
  }

  /** Whether a key is being computed right now. */
  isRunning(key: string): boolean {
    return this.cells.get(key)?.isRunning ?? false;
  }

  /**
   * Notes that what is being computed used a part of a value that is being computed itself: all values on the way
   * between them are from now on computed again together.
   */
  readsPartOf(key: string): void {
    const start = this.running.findIndex((cell) => cell.key === key);
    const [first, ...others] = this.running.slice(Math.max(0, start));
    if (start < 0 || first === undefined) return;
    for (const other of others) first.circle.add(other);
  }

  /** Forgets a key that will not be asked for any more. */
  delete(key: string): void {
    this.changed(key);
    this.cells.delete(key);
  }

  private isUpToDate(cell: Cell): boolean {
    if (cell.renew === undefined || cell.verifiedAt === this.revision || cell.isChecking)
      return true;
    if (cell.verifiedAt === 0) return false;
    cell.isChecking = true;
    try {
      for (const dependency of cell.dependencies) {
        if (!this.isUpToDate(dependency)) dependency.renew?.();
        if (dependency.changedAt > cell.verifiedAt) return false;
      }
    } finally {
      cell.isChecking = false;
    }
    cell.verifiedAt = this.revision;
    return true;
  }

  private compute<T>(
    cell: Cell & { value: T },
    compute: () => T,
    isSame: (a: T, b: T) => boolean,
  ): void {
    const before = cell.value;
    const hadValue = cell.verifiedAt > 0;
    cell.dependencies = new Set();
    cell.circle = new Set();
    cell.isRunning = true;
    this.running.push(cell);
    try {
      cell.value = compute();
    } finally {
      this.running.pop();
      cell.isRunning = false;
    }
    if (!hadValue || !isSame(before, cell.value)) cell.changedAt = this.revision;
    cell.verifiedAt = this.revision;
    this.joinCircle(cell);
  }

  private joinCircle(cell: Cell): void {
    if (cell.circle.size === 0) return;
    const members = new Set([cell, ...cell.circle]);
    const all = new Set([...members].flatMap(({ dependencies }) => [...dependencies]));
    for (const member of members) all.delete(member);
    for (const member of members) member.dependencies = all;
  }

  private cell(key: string): Cell {
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = {
        key,
        value: undefined,
        dependencies: new Set(),
        circle: new Set(),
        changedAt: 0,
        verifiedAt: 0,
        isRunning: false,
        isChecking: false,
        renew: undefined,
      };
      this.cells.set(key, cell);
    }
    return cell;
  }
}

interface Cell {
  readonly key: string;
  value: unknown;
  dependencies: Set<Cell>;
  /** What is computed together with it. */
  circle: Set<Cell>;
  /** The revision in which the value last became another; 0 for one that never was. */
  changedAt: number;
  /** The last revision in which it was known to be true. */
  verifiedAt: number;
  isRunning: boolean;
  isChecking: boolean;
  /** Computes it again; `undefined` for an input. */
  renew: (() => void) | undefined;
}
