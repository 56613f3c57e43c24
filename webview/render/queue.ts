import type { Outcome, Renderer } from "./outcome";

/** What the queue asks of the page. */
export interface QueueHooks {
  /** Smaller goes first; asked anew each time, since the reader scrolls. */
  rank(key: string): number;
  /** Called with the outcome, unless the key was asked for anew or dropped meanwhile. */
  deliver(key: string, outcome: Outcome): void;
  /** Nothing is left to do. */
  idle(): void;
  failed(error: unknown): void;
}

interface Job {
  readonly key: string;
  readonly source: string;
  /** Nobody wants it any more. */
  readonly leave: AbortController;
}

/**
 * Has one diagram rendered at a time, the visible ones first; the next is under way while the page shows the last. Of several
 * sources asked for under one key only the newest is rendered; the result of an older one that was on its way is dropped.
 */
export class RenderQueue {
  readonly #renderer: Renderer;
  readonly #hooks: QueueHooks;
  readonly #waiting = new Map<string, string>();
  #running = false;
  /** The key that is being rendered, until somebody wants something else of it. */
  #current: Job | undefined;

  constructor(renderer: Renderer, hooks: QueueHooks) {
    this.#renderer = renderer;
    this.#hooks = hooks;
  }

  /** Whether there is something to do; `idle` is yet to be called then. */
  get busy(): boolean {
    return this.#running;
  }

  /** Asks for a picture of `source`; takes back what was asked for under this key before. */
  request(key: string, source: string): void {
    if (this.#current?.key === key) {
      if (this.#current.source === source) return void this.#waiting.delete(key);
      this.#leave();
    }
    this.#waiting.set(key, source);
    void this.#run();
  }

  /** Takes back what was asked for under this key. */
  drop(key: string): void {
    this.#waiting.delete(key);
    if (this.#current?.key === key) this.#leave();
  }

  /** Takes back everything, such as when the theme changes. */
  clear(): void {
    this.#waiting.clear();
    this.#leave();
  }

  /** Nobody wants what is being rendered. */
  #leave(): void {
    this.#current?.leave.abort();
    this.#current = undefined;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    // All that is asked for in one go is there before the first is chosen.
    await Promise.resolve();
    let under = this.#start();
    while (under) {
      const { job, outcome } = under;
      const done = await outcome;
      const isWanted = this.#current === job;
      under = this.#start();
      if (isWanted && done) this.#hooks.deliver(job.key, done);
      // What is shown may have led to more.
      under ??= this.#start();
    }
    this.#running = false;
    this.#hooks.idle();
  }

  /** Begins with the next. Its outcome is undefined where the renderer failed. */
  #start(): { readonly job: Job; readonly outcome: Promise<Outcome | undefined> } | undefined {
    this.#current = undefined;
    const key = this.#next();
    if (key === undefined) return undefined;
    const job = { key, source: this.#waiting.get(key) ?? "", leave: new AbortController() };
    this.#waiting.delete(key);
    this.#current = job;
    const outcome = this.#renderer
      .render(job.source, { abandoned: job.leave.signal })
      .catch((error: unknown) => {
        this.#hooks.failed(error);
        return undefined;
      });
    return { job, outcome };
  }

  #next(): string | undefined {
    let best: string | undefined;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const key of this.#waiting.keys()) {
      const rank = this.#hooks.rank(key);
      if (best !== undefined && rank >= bestRank) continue;
      best = key;
      bestRank = rank;
    }
    return best;
  }
}
