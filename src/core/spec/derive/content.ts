import type { Answers } from "../answers/schema";
import { type Dependency, deriveDependencies } from "./dependencies";
import { deriveEntities, type Entity, withArticle } from "./entities";
import { concurrentModification, type SpecError, unavailable } from "./errors";
import { deriveOperations, type Operation, type SpecEvent } from "./operations";

/** A rule with its ID and what is known of its place. */
export interface SpecRule {
  readonly id: string;
  readonly text: string;
  /** Where it follows from the answers: what enforces it. */
  readonly implementation?: string;
  readonly validationPoint?: string;
}

/** All that a document says beyond its line, derived once so that its parts agree. */
export interface SpecContent {
  readonly owns: readonly string[];
  readonly doesNotOwn: readonly string[];
  readonly entities: readonly Entity[];
  readonly dependencies: readonly Dependency[];
  readonly operations: readonly Operation[];
  readonly errors: readonly SpecError[];
  readonly events: readonly SpecEvent[];
  readonly rules: readonly SpecRule[];
  /** Names of data that must not leak. */
  readonly sensitive: readonly string[];
}

/** Derives what a document says from answers. @param slug the service's name in kebab-case */
export function deriveContent(answers: Answers, slug: string): SpecContent {
  const entities = deriveEntities(answers);
  const dependencies = deriveDependencies(answers);
  const operations = deriveOperations(answers, { entities, dependencies, slug });
  const raised = operations.flatMap(({ raises }) => raises);
  const errors = new Map(
    [
      ...raised,
      ...(entities.some(({ hasVersion }) => hasVersion) ? [concurrentModification] : []),
      ...dependencies.map(unavailable),
    ].map((error) => [error.name, error]),
  );
  const events = operations.flatMap(({ event }) => event ?? []);
  return {
    owns: answers.owns,
    doesNotOwn: answers["does-not-own"],
    entities,
    dependencies,
    operations,
    errors: [...errors.values()].sort((a, b) => (a.status ?? 600) - (b.status ?? 600)),
    events: [...new Map(events.map((event) => [event.type, event])).values()],
    rules: rulesOf(answers, entities),
    sensitive: [...new Set(answers.sensitive)],
  };
}

/** The user's rules, then those that follow from the fields. */
function rulesOf({ rules }: Answers, entities: readonly Entity[]): SpecRule[] {
  const derived = entities.flatMap(({ words, fields, statuses, hasVersion }) => [
    ...fields
      .filter(({ unique }) => unique)
      .map(({ name }) => ({
        text: `No two ${words} records have the same ${name}`,
        implementation: "Unique constraint",
        validationPoint: "Database",
      })),
    ...statuses.map(({ name }) => ({
      text: `The ${name} of ${withArticle(words)} changes only along ${statuses.length > 1 ? "its" : "the"} state machine`,
      implementation: "Transition table",
      validationPoint: "Service",
    })),
    ...(hasVersion
      ? [
          {
            text: `A change of ${withArticle(words)} names the version it was made from`,
            implementation: "Version in the condition of the update",
            validationPoint: "Database",
          },
        ]
      : []),
  ]);
  return [...rules.map((text) => ({ text })), ...derived].map((rule, index) => ({
    id: `BR-${String(index + 1).padStart(3, "0")}`,
    ...rule,
  }));
}
