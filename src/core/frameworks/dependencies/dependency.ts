import type { Place } from "../../evaluation/value";

/** Something outside of its process that the backend talks to, at one place in the code. */
export interface Dependency {
  /** `postgresql`, `redis`, `s3`, `http`, `stripe` … */
  readonly kind: string;
  /** What is talked to, where the code says it: the base URL of an HTTP client, the service of a cloud. */
  readonly name?: string;
  readonly place: Place;
}

/** A dependency of which the kind is known only when the code runs. */
export interface Unresolved extends Place {
  readonly what: string;
}
