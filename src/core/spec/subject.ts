import { type Answers, noAnswers } from "./answers/schema";
import { deriveContent, type SpecContent } from "./derive/content";
import type { CodeFacts } from "./fromCode/facts";
import { classNameOf, slugOf, snakeNameOf } from "./names";
import type { SpecLine } from "./specLine";

/** What a document is about: all that its text is derived from. */
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
  /** What stands in that code, where the document is filled from it. */
  readonly code?: CodeFacts;
  /** What the answers say, with all that follows from it. */
  readonly content: SpecContent;
}

/** The subject of a line and of what was answered. */
export function subjectOf({ name, purpose }: SpecLine, answers: Answers = noAnswers): SpecSubject {
  const slug = slugOf(name);
  return {
    name,
    purpose,
    slug,
    snakeName: snakeNameOf(name),
    className: classNameOf(name),
    content: deriveContent(answers, slug),
  };
}
