import type { SectionWriter, SectionWriters } from "../writer";
import { compactBehaviour } from "./behaviour";
import { compactContract } from "./contract";
import { asTasks, taskInterface } from "./task";

const sections = { ...compactContract, ...compactBehaviour };

/** What is known of the sections of the `module` format from a subject. */
export const moduleWriters: SectionWriters = { sections, repeated: {} };

/** What is known of the sections of the `task` format from a subject. */
export const taskWriters: SectionWriters = {
  sections: Object.fromEntries(
    Object.entries({ ...sections, ...taskInterface }).map(
      ([id, write]): [string, SectionWriter] => [
        id,
        (subject, section) => write(asTasks(subject), section),
      ],
    ),
  ),
  repeated: {},
};
