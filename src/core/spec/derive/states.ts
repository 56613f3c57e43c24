import type { StatusField } from "./entities";

/** A way from one state to another. */
export interface Transition {
  readonly from: string;
  readonly to: string;
}

/** The states of a record as a proposal: nobody said the ways between them. */
export interface StateMachine {
  readonly initial: string;
  readonly transitions: readonly Transition[];
  readonly final: readonly string[];
}

/** States that end a record's way before its time. */
const broken =
  /^(?:failed|failure|error|errored|cancell?ed|rejected|declined|denied|expired|aborted|timed[_ -]?out|dead|refunded|voided)$/i;

/** Proposes the ways between the states: one after the other, and from each of them to those that end it early. */
export function proposeStates({ values, initial }: StatusField): StateMachine {
  const way = [initial, ...values.filter((value) => value !== initial && !broken.test(value))];
  const ends = values.filter((value) => value !== initial && broken.test(value));
  const transitions: Transition[] = [];
  way.forEach((from, index) => {
    const to = way[index + 1];
    if (to !== undefined) transitions.push({ from, to });
    if (to !== undefined || way.length === 1) {
      for (const end of ends) transitions.push({ from, to: end });
    }
  });
  const last = way.at(-1) ?? initial;
  const isEnd = way.length > 1 || ends.length === 0;
  return { initial, transitions, final: [...(isEnd ? [last] : []), ...ends] };
}
