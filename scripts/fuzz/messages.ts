import type { Input } from "./input";

/** An input that a thread is to try: by its number, or as it is. */
export type Task = { readonly number: number } | { readonly input: Input };

/** What came of it: nothing, or what is wrong. */
export interface Outcome {
  readonly problem: string | undefined;
}

/** What a thread is started with. */
export interface ThreadData {
  readonly seed: number;
  readonly folders: readonly string[];
}
