/** Names kept before the pool starts anew: some megabytes. */
const capacity = 100_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const nonAscii = /[^\x00-\x7f]/;

/**
 * Identifiers as CPython has them, in NFKC, one string object for all places that use the name. Its strings stand for
 * themselves, where a slice would keep the whole text of its file in memory.
 */
export class NamePool {
  private readonly names = new Map<string, string>();

  /** The name that stands in a text. */
  get(written: string): string {
    return this.names.get(written) ?? this.add(written);
  }

  private add(written: string): string {
    if (this.names.size >= capacity) this.names.clear();
    const own = detach(written);
    const name = nonAscii.test(own) ? own.normalize("NFKC") : own;
    this.names.set(own, name);
    return name;
  }
}

/** A copy of a string that does not refer to the string it was cut out of. */
export function detach(slice: string): string {
  // V8 makes a slice of 13 characters or more, and a copy of anything shorter.
  if (slice.length < 13) return slice;
  let copy = "";
  for (let index = 0; index < slice.length; index += 12) copy += slice.slice(index, index + 12);
  return copy;
}
