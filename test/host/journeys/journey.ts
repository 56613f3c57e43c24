import type { SessionOptions } from "./session";
import type { Workbench } from "./workbench";

/** A way through the product that a user takes, told in a file `*.journey.ts` as its default export. */
export interface Journey {
  /** A sentence that says what is seen to work. */
  readonly title: string;
  /** What the window is opened with, beside what every journey has. */
  readonly session?: Partial<Pick<SessionOptions, "settings" | "viewport" | "workspace">>;
  /** Fails by throwing. */
  readonly run: (workbench: Workbench) => Promise<void>;
}

/** Helps to write a journey's default export with its types. */
export function journey(definition: Journey): Journey {
  return definition;
}
