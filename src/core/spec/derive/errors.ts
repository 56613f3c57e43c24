import { snakeNameOf } from "../names";
import type { Dependency } from "./dependencies";
import type { Entity } from "./entities";

/** An error that can occur, as every part of a document shows it. */
export interface SpecError {
  readonly name: string;
  readonly title: string;
  /** `undefined` where no caller sees it. */
  readonly status: number | undefined;
  readonly code: string;
  readonly retry: string;
  readonly level: "INFO" | "WARN" | "ERROR";
  /** When it is raised, as half a sentence. */
  readonly when: string;
}

export const invalidInput: SpecError = {
  name: "InvalidInputError",
  title: "Invalid input",
  status: 422,
  code: "INVALID_INPUT",
  retry: "No",
  level: "WARN",
  when: "the input does not fit its bounds",
};

export const unknownReference: SpecError = {
  name: "UnknownReferenceError",
  title: "Unknown reference",
  status: 422,
  code: "UNKNOWN_REFERENCE",
  retry: "No",
  level: "WARN",
  when: "a record that the input refers to does not exist",
};

export const concurrentModification: SpecError = {
  name: "ConcurrentModificationError",
  title: "Concurrent modification",
  status: 409,
  code: "CONCURRENT_MODIFICATION",
  retry: "Yes (refresh)",
  level: "INFO",
  when: "the record has another version by now",
};

export const invalidTransition: SpecError = {
  name: "InvalidTransitionError",
  title: "Invalid transition",
  status: 409,
  code: "INVALID_TRANSITION",
  retry: "No",
  level: "WARN",
  when: "the state machine has no way from the record's state to the new one",
};

/** There is no such record. */
export function notFound({ className, snake, words }: Entity): SpecError {
  return {
    name: `${className}NotFoundError`,
    title: `${capitalised(words)} not found`,
    status: 404,
    code: `${snake.toUpperCase()}_NOT_FOUND`,
    retry: "No",
    level: "INFO",
    when: `there is no ${words} of that id`,
  };
}

/** A value that may stand once stands elsewhere already. */
export function alreadyExists({ className, snake, words, fields }: Entity): SpecError {
  const unique = fields.filter((field) => field.unique).map(({ name }) => name);
  return {
    name: `${className}ExistsError`,
    title: `${capitalised(words)} exists`,
    status: 409,
    code: `${snake.toUpperCase()}_EXISTS`,
    retry: "No",
    level: "INFO",
    when: `another ${words} has the same ${unique.join(" or ")}`,
  };
}

/** A dependency does not answer. */
export function unavailable({ name, error, code, isRaised, isExternal }: Dependency): SpecError {
  return {
    name: error,
    title: `${name} unavailable`,
    status: isRaised ? 503 : undefined,
    code,
    retry: isRaised ? "Yes (backoff)" : "No",
    level: isExternal || isRaised ? "ERROR" : "WARN",
    when: `${name} does not answer in time`,
  };
}

/** A title's first letter large. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A name in upper snake case. */
export function upperSnake(name: string): string {
  return snakeNameOf(name).toUpperCase();
}
