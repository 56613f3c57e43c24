/** Something that a code base says about itself, and why it is believed. */
export interface Detected<T> {
  readonly value: T;
  /** Short sentences that name a file or a number: `app/services holds 6 service classes`. */
  readonly reasons: readonly string[];
}

/** Why something is not known. */
export interface Undetected {
  readonly value: undefined;
  readonly reasons: readonly string[];
}

/** An answer, or that there is none. */
export type Answer<T> = Detected<T> | Undetected;

/** An answer with its reasons. */
export function detected<T>(value: T, ...reasons: readonly string[]): Detected<T> {
  return { value, reasons };
}

/** That something cannot be told. */
export function undetected(...reasons: readonly string[]): Undetected {
  return { value: undefined, reasons };
}

/** `1 file`, `2 files`; a name in `-y` becomes `-ies`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${count} ${noun}es`;
  return `${count} ${/[^aeiou]y$/.test(noun) ? noun.replace(/y$/, "ies") : `${noun}s`}`;
}

/** How often each text stands among others, the most frequent first; of the same number the first one first. */
export function tally(texts: Iterable<string>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The same answer again, so that what was made from it stays. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
