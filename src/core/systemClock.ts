import type { Clock } from "./ports";

/** The machine's own calendar. */
export const systemClock: Clock = {
  today() {
    const now = new Date();
    const part = (number: number): string => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
  },
};
