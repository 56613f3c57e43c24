/** A node while it is being made: whoever gets one from outside only reads it. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
