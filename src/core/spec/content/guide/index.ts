import type { SectionWriters } from "../writer";
import { filePatterns, patterns } from "./patterns";
import { configuration, setup } from "./setup";

/** What is known of the sections of the `guide` format from a subject. */
export const guideWriters: SectionWriters = {
  sections: { ...setup, ...patterns },
  repeated: { ...configuration, ...filePatterns },
};
