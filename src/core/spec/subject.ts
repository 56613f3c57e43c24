import { classNameOf, slugOf, snakeNameOf } from "./names";
import type { SpecLine } from "./specLine";

/** What a document is about: all that its text is derived from. Answers and facts of code are added here. */
export interface SpecSubject extends SpecLine {
  /** In kebab-case: `scoring-service`. */
  readonly slug: string;
  /** As the start of metrics and settings: `scoring_service`. */
  readonly snakeName: string;
  /** As a Python class: `ScoringService`. */
  readonly className: string;
  /** Path of the code it is about, once there is any. */
  readonly module?: string;
  /** Path of the feature's own specification beside the document, once there is any. */
  readonly reference?: string;
}

/** The subject of a document that is made from nothing but a line. */
export function subjectOf({ name, purpose }: SpecLine): SpecSubject {
  return {
    name,
    purpose,
    slug: slugOf(name),
    snakeName: snakeNameOf(name),
    className: classNameOf(name),
  };
}
