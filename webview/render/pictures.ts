import type { PageState, Section } from "../state/model";
import { updateSection } from "../state/model";
import type { Store } from "../state/store";
import type { Outcome, Renderer } from "./outcome";
import { RenderQueue } from "./queue";

/** What has been rendered since the last time nothing was left to do. */
export interface Rendered {
  readonly drawn: readonly string[];
  readonly milliseconds: number;
}

export interface PicturesOptions {
  readonly store: Store<PageState>;
  readonly renderer: Renderer;
  /** The key of the theme pictures are drawn in now. */
  theme(): string;
  /** Smaller is rendered sooner. */
  rank(key: string): number;
  idle(rendered: Rendered): void;
  failed(error: unknown): void;
}

/** For the last good picture of a broken diagram, drawn again when the theme changes. */
const LAST_GOOD = "last good: ";

/** A picture of more nodes than this waits, while its text is edited, for as long as its last rendering took. */
const LARGE = 60;

/** Keeps the pictures of the state up to date: renders what is new, changed, or drawn in another theme, and nothing else. */
export class Pictures {
  readonly #options: PicturesOptions;
  readonly #queue: RenderQueue;
  #drawn: string[] = [];
  #milliseconds = 0;
  /** Large pictures that wait for the text to rest. */
  readonly #resting = new Map<string, number>();

  constructor(options: PicturesOptions) {
    this.#options = options;
    this.#queue = new RenderQueue(options.renderer, {
      rank: (key) => options.rank(sectionKey(key)),
      deliver: (key, outcome) => this.#deliver(key, outcome),
      idle: () => this.#idle(),
      failed: options.failed,
    });
  }

  /** Asks for what the new state lacks; `before` is what it replaces. */
  refresh(before: readonly Section[]): void {
    const { sections } = this.#options.store.get();
    const now = new Map(sections.map((section) => [section.key, section]));
    for (const { key } of before) if (!now.has(key)) this.#forget(key);
    const old = new Map(before.map((section) => [section.key, section]));
    for (const section of sections) {
      if (old.get(section.key)?.diagram.source !== section.diagram.source) this.#ask(section);
    }
    if (!this.#queue.busy && this.#resting.size === 0) this.#idle();
  }

  /** Tries what could not be drawn once more, such as with other limits. */
  retry(): void {
    for (const section of this.#options.store.get().sections) {
      if (section.trouble) this.#ask(section);
    }
  }

  /** Draws everything again in the theme of now. */
  redraw(): void {
    this.#queue.clear();
    for (const key of this.#resting.keys()) this.#wake(key);
    for (const section of this.#options.store.get().sections) this.#ask(section);
  }

  #ask({ key, diagram, picture, trouble }: Section): void {
    const { source } = diagram;
    const theme = this.#options.theme();
    if (picture && picture.source !== source && picture.theme !== theme) {
      this.#queue.request(LAST_GOOD + key, picture.source);
    }
    if (picture?.source === source && picture.theme === theme) {
      // Back at what the picture shows: nothing to render.
      this.#forget(key);
      if (trouble) this.#options.store.update((state) => updateSection(state, key, withoutTrouble));
      return;
    }
    this.#wake(key);
    const nodes = picture?.parts.filter(({ kind }) => kind === "node").length ?? 0;
    if (!picture || picture.theme !== theme || nodes <= LARGE) {
      this.#queue.request(key, source);
      return;
    }
    const rested = () => {
      this.#wake(key);
      this.#queue.request(key, source);
    };
    this.#resting.set(key, window.setTimeout(rested, picture.milliseconds));
  }

  #wake(key: string): void {
    clearTimeout(this.#resting.get(key));
    this.#resting.delete(key);
  }

  #forget(key: string): void {
    this.#wake(key);
    this.#queue.drop(key);
    this.#queue.drop(LAST_GOOD + key);
  }

  #deliver(jobKey: string, outcome: Outcome): void {
    const { store } = this.#options;
    const key = sectionKey(jobKey);
    const lastGood = jobKey !== key;
    store.update((state) =>
      updateSection(state, key, (section) => {
        if (outcome.kind === "trouble") {
          return lastGood ? section : { ...section, trouble: outcome.trouble };
        }
        this.#drawn.push(section.diagram.id);
        this.#milliseconds += outcome.picture.milliseconds;
        const drawn = { ...section, picture: outcome.picture };
        if (!lastGood) this.#queue.drop(LAST_GOOD + key);
        return lastGood ? drawn : withoutTrouble(drawn);
      }),
    );
  }

  #idle(): void {
    const rendered = { drawn: this.#drawn, milliseconds: this.#milliseconds };
    this.#drawn = [];
    this.#milliseconds = 0;
    this.#options.idle(rendered);
  }
}

function sectionKey(jobKey: string): string {
  return jobKey.startsWith(LAST_GOOD) ? jobKey.slice(LAST_GOOD.length) : jobKey;
}

function withoutTrouble({ trouble: _, ...section }: Section): Section {
  return section;
}
