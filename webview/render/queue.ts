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

/**
 * Renders one diagram at a time, the visible ones first, and lets the page breathe in between. Of several sources asked for
 * under one key only the newest is rendered; the result of an older one that was on its way is dropped.
 */
export class RenderQueue {
  readonly #renderer: Renderer;
  readonly #hooks: QueueHooks;
  readonly #waiting = new Map<string, string>();
  #running = false;
  /** The key that is being rendered, until somebody wants something else of it. */
  #current: { readonly key: string; readonly source: string } | undefined;

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
      this.#current = undefined;
    }
    this.#waiting.set(key, source);
    void this.#run();
  }

  /** Takes back what was asked for under this key. */
  drop(key: string): void {
    this.#waiting.delete(key);
    if (this.#current?.key === key) this.#current = undefined;
  }

  /** Takes back everything, such as when the theme changes. */
  clear(): void {
    this.#waiting.clear();
    this.#current = undefined;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await breath();
      for (let key = this.#next(); key !== undefined; key = this.#next()) {
        await this.#renderOne(key);
        await breath();
      }
    } finally {
      this.#running = false;
    }
    this.#hooks.idle();
  }

  async #renderOne(key: string): Promise<void> {
    const job = { key, source: this.#waiting.get(key) ?? "" };
    this.#waiting.delete(key);
    this.#current = job;
    try {
      const outcome = await this.#renderer.render(job.source);
      if (this.#current === job) this.#hooks.deliver(key, outcome);
    } catch (error) {
      this.#hooks.failed(error);
    } finally {
      if (this.#current === job) this.#current = undefined;
    }
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

/** A turn of the event loop, in which the page paints and hears input; unlike a frame it also comes while hidden. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
