import type { Answer, StepPlace } from "./quickInput";

/** One question of a flow; it keeps its answer itself. */
export type Step = (place: StepPlace) => Promise<Answer<unknown>>;

/** Asks one question after the other, back and forth. @returns whether the last one was answered */
export async function runSteps(title: string, steps: readonly Step[]): Promise<boolean> {
  for (let index = 0; index < steps.length; ) {
    const place = { title, step: index + 1, totalSteps: steps.length };
    const answer = await steps[index]?.(place);
    if (answer === "cancel") return false;
    index += answer === "back" ? -1 : 1;
  }
  return true;
}

/** A question whose answer goes into `take`. */
export function step<T>(
  ask: (place: StepPlace) => Promise<Answer<T>>,
  take: (value: T) => void,
): Step {
  return async (place) => {
    const answer = await ask(place);
    if (typeof answer === "object") take(answer.value);
    return answer;
  };
}
