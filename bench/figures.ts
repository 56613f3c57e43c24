/** One measured value: a row of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Such as `ms`, `MB` (10⁶ bytes), `files`, or `×` for a ratio. */
  readonly unit: string;
  /** What it should be, where that has been decided, such as `≤ 30`; in the unit of the value. */
  readonly aim?: string;
}

/** A value in milliseconds. */
export function milliseconds(name: string, value: number, aim?: string): Figure {
  return { name, value, unit: "ms", ...(aim !== undefined && { aim }) };
}

/** A number of bytes, shown in megabytes of 10⁶. */
export function megabytes(name: string, bytes: number, aim?: string): Figure {
  return { name, value: bytes / 1e6, unit: "MB", ...(aim !== undefined && { aim }) };
}

/** How many times the second value the first one is. */
export function ratio(name: string, first: number, second: number, aim?: string): Figure {
  return { name, value: first / second, unit: "×", ...(aim !== undefined && { aim }) };
}

/** How many there are of something. */
export function count(name: string, value: number, unit: string): Figure {
  return { name, value, unit };
}
