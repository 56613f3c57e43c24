import type { SectionWriters } from "../../content/writer";
import { codeBehaviour } from "./behaviour";
import { codeContract } from "./contract";
import { codeGuide } from "./guide";
import { codeGuideFiles } from "./guideFiles";
import { codeService, repeatedOfService } from "./service";
import { codeTask } from "./task";

const compact = { ...codeContract, ...codeBehaviour };

const writers: ReadonlyMap<string, SectionWriters> = new Map([
  ["module", { sections: compact, repeated: {} }],
  ["task", { sections: { ...compact, ...codeTask }, repeated: {} }],
  ["service", { sections: { ...compact, ...codeService }, repeated: repeatedOfService }],
  ["guide", { sections: codeGuide, repeated: codeGuideFiles }],
]);

/** The writers of a format from code, by its name; a team's own has the sections that it calls as `module` does. */
export function codeWritersOf(format: string): SectionWriters {
  return writers.get(format) ?? { sections: compact, repeated: {} };
}
