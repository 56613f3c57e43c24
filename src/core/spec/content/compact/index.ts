import type { SectionWriters } from "../writer";
import { compactBehaviour } from "./behaviour";
import { compactContract } from "./contract";
import { taskInterface } from "./task";

const sections = { ...compactContract, ...compactBehaviour };

/** What is known of the sections of the `module` format from a subject. */
export const moduleWriters: SectionWriters = { sections, repeated: {} };

/** What is known of the sections of the `task` format from a subject. */
export const taskWriters: SectionWriters = {
  sections: { ...sections, ...taskInterface },
  repeated: {},
};
