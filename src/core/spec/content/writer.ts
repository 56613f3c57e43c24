import type { SectionFormat } from "../formats/format";
import type { SpecSubject } from "../subject";
import type { ContentBlock } from "./blocks";

/**
 * What stands below a section's heading, before its parts. `undefined`: nothing is known, so that the section
 * shows what its format wants there, with a TODO mark.
 */
export type SectionWriter = (
  subject: SpecSubject,
  section: SectionFormat,
) => readonly ContentBlock[] | undefined;

/** One of the sections that a repeating section of a format stands for. */
export interface Repetition {
  /** What the holes of its heading hold. */
  readonly values: Readonly<Record<string, string>>;
  readonly blocks: readonly ContentBlock[];
}

export type RepeatedWriter = (
  subject: SpecSubject,
  section: SectionFormat,
) => readonly Repetition[];

/** The writers of a format by the ids of its sections: those that stand once, and those that repeat. */
export interface SectionWriters {
  readonly sections: Readonly<Record<string, SectionWriter>>;
  readonly repeated: Readonly<Record<string, RepeatedWriter>>;
}
