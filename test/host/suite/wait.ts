/** Milliseconds between two looks. */
const pause = 50;

/**
 * Looks again and again until there is something, and gives it.
 * @param what is waited for, for the message of the error after `limit` milliseconds.
 */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  limit = 12_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
