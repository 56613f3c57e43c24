/**
 * A table that is asked by names which stand in what is read: `constructor` and `toString` are no entries of it, as they would
 * be of a plain object.
 */
export function nameTable<T extends object>(table: T): T {
  return Object.setPrototypeOf({ ...table }, null);
}
