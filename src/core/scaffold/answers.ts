import { parse, stringify } from "yaml";
import * as z from "zod";
import { queues } from "./data/projectData";
import type { ProducedFile } from "./templateSet";

/** Where a project keeps what its scaffolds were answered. */
export const answersPath = ".backend-spec/scaffold.yaml";

const answersSchema = z.object({
  project: z.object({
    name: z.string(),
    profile: z.enum(["modular", "layered"]),
    queue: z.enum(queues),
  }),
  modules: z.record(z.string(), z.array(z.string())).default({}),
});

/** What the scaffolds of a project were answered: the project, and the fields of each module. */
export type ScaffoldAnswers = z.output<typeof answersSchema>;

const note = "# What was scaffolded, so that it can be told what a template would change today.\n";

/** The file that holds a project's answers. */
export function answersFile({ project, modules }: ScaffoldAnswers): ProducedFile {
  const { name, profile, queue } = project;
  const content =
    note + stringify({ project: { name, profile, queue }, modules }, { lineWidth: 0 });
  return { path: answersPath, content, template: "" };
}

/** Reads a project's answers; `undefined` where they cannot be understood. */
export function readScaffoldAnswers(text: string): ScaffoldAnswers | undefined {
  try {
    return answersSchema.safeParse(parse(text)).data;
  } catch {
    return undefined;
  }
}
