/** A value that is replaced as a whole, and tells who wants to know. */
export interface Store<T> {
  get(): T;
  /** Replaces the value; listeners hear of it at once. */
  set(value: T): void;
  update(change: (value: T) => T): void;
  subscribe(listener: (value: T) => void): void;
}

/** Makes a store that holds `initial`. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners: ((value: T) => void)[] = [];
  const set = (next: T) => {
    if (next === value) return;
    value = next;
    for (const listener of listeners) listener(value);
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => void listeners.push(listener),
  };
}
