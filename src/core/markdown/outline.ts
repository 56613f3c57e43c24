import type { Position } from "../text/range";
import type { Block, Heading, Section } from "./document";

/** A section that is still being filled. */
interface OpenSection extends Section {
  range: Section["range"];
  ownRange: Section["ownRange"];
  readonly blocks: Block[];
  readonly sections: OpenSection[];
}

/** Builds the tree of sections from headings in the order of the text. */
export class Outline {
  readonly sections: OpenSection[] = [];
  readonly headings: Heading[] = [];
  /** The section that what comes next belongs to. */
  last: OpenSection | undefined;
  readonly #end: Position;
  /** The sections around the place at hand, outermost first. */
  #around: OpenSection[] = [];

  /** @param end where the text ends. */
  constructor(end: Position) {
    this.#end = end;
  }

  /** Titles from the top down to a heading that would come next. */
  pathOf(title: string, level: number): string[] {
    return [...(this.#parent(level)?.path ?? []), title];
  }

  /** Opens the section of a heading, and ends those that it does not belong to. */
  open(heading: Heading): void {
    const start = heading.range.start;
    if (this.last) this.last.ownRange = { start: this.last.range.start, end: start };
    for (const section of this.#around) {
      if (section.heading.level >= heading.level) {
        section.range = { start: section.range.start, end: start };
      }
    }
    const path = this.pathOf(heading.text, heading.level);
    const parent = this.#parent(heading.level);
    const range = { start, end: this.#end };
    this.last = { heading, path, range, ownRange: range, blocks: [], sections: [] };
    this.headings.push(heading);
    (parent?.sections ?? this.sections).push(this.last);
    this.#around = this.#around.filter((section) => section.heading.level < heading.level);
    this.#around.push(this.last);
  }

  #parent(level: number): OpenSection | undefined {
    return this.#around.findLast((section) => section.heading.level < level);
  }
}
