/** A wait that ends. */
export interface Patience {
  /** Comes when the time is over, unless `end` was called before. */
  readonly lost: Promise<undefined>;
  /** Leaves no more than so many seconds from now on. */
  shorten(seconds: number): void;
  end(): void;
}

/**
 * Waits for so many seconds in which this page runs: counted one by one, so that time in which the page itself stood still, as
 * while the machine slept, does not count.
 */
export function createPatience(seconds: number): Patience {
  let left = seconds;
  let lose: (nothing: undefined) => void = () => {};
  const lost = new Promise<undefined>((resolve) => {
    lose = resolve;
  });
  const look = () => {
    if (left > 0) return;
    clearInterval(timer);
    lose(undefined);
  };
  const timer = setInterval(() => {
    left -= 1;
    look();
  }, 1000);
  return {
    lost,
    shorten(most) {
      left = Math.min(left, most);
      look();
    },
    end: () => clearInterval(timer),
  };
}
