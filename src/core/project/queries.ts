/**
 * Values that are computed once and kept until something they were computed from changes: of each it is known what it
 * read on the way. A value that comes out the same again does not make those that read it new.
 *
 * The way in which a build system such as Salsa does it (https://salsa-rs.github.io/salsa/reference/algorithm.html), but
 * that a change marks what may depend on it: then asking for anything else costs nothing.
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
    markDependents(cell);
  }

  /** Notes that what is being computed depends on an input. */
  reads(input: string): void {
    if (this.running.length === 0) return;
    this.dependsOn(this.cell(input));
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
    this.dependsOn(cell);
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

  private dependsOn(cell: Cell): void {
    const reader = this.running.at(-1);
    if (reader === undefined || reader === cell) return;
    reader.dependencies.add(cell);
    cell.dependents.add(reader);
  }

  private isUpToDate(cell: Cell): boolean {
    if (cell.renew === undefined || cell.isChecking) return true;
    if (cell.verifiedAt === 0) return false;
    if (!cell.isSuspect) return true;
    cell.isChecking = true;
    try {
      for (const dependency of cell.dependencies) {
        if (!this.isUpToDate(dependency)) dependency.renew?.();
        if (dependency.changedAt > cell.verifiedAt) return false;
      }
    } finally {
      cell.isChecking = false;
    }
    cell.isSuspect = false;
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
    for (const dependency of cell.dependencies) dependency.dependents.delete(cell);
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
    cell.isSuspect = false;
    joinCircle(cell);
  }

  private cell(key: string): Cell {
    let cell = this.cells.get(key);
    if (cell === undefined) {
      cell = {
        key,
        value: undefined,
        dependencies: new Set(),
        dependents: new Set(),
        circle: new Set(),
        changedAt: 0,
        verifiedAt: 0,
        isSuspect: false,
        isRunning: false,
        isChecking: false,
        renew: undefined,
      };
      this.cells.set(key, cell);
    }
    return cell;
  }
}

/** All that may not be true any more since a cell changed. */
function markDependents(changed: Cell): void {
  const pending = [...changed.dependents];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.isSuspect) continue;
    next.isSuspect = true;
    pending.push(...next.dependents);
  }
}

/** Makes the members of a circle depend on all that any of them depends on. */
function joinCircle(cell: Cell): void {
  if (cell.circle.size === 0) return;
  const members = new Set([cell, ...cell.circle]);
  const all = new Set([...members].flatMap(({ dependencies }) => [...dependencies]));
  for (const member of members) all.delete(member);
  for (const member of members) {
    for (const dependency of member.dependencies) dependency.dependents.delete(member);
    member.dependencies = new Set(all);
    for (const dependency of all) dependency.dependents.add(member);
  }
}

interface Cell {
  readonly key: string;
  value: unknown;
  dependencies: Set<Cell>;
  /** What read it. */
  readonly dependents: Set<Cell>;
  /** What is computed together with it. */
  circle: Set<Cell>;
  /** The revision in which the value last became another; 0 for one that never was. */
  changedAt: number;
  /** The last revision in which it was known to be true. */
  verifiedAt: number;
  /** Whether something that it depends on, however far, may have changed since then. */
  isSuspect: boolean;
  isRunning: boolean;
  isChecking: boolean;
  /** Computes it again; `undefined` for an input. */
  renew: (() => void) | undefined;
}

/** Whether two lists hold the same things in the same order: for `get`. */
export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether two sets hold the same things: for `get`. */
export function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
