import { parse, stringify } from "yaml";
import * as z from "zod";
import { fingerprint } from "../edits/fingerprint";
import type { FileEdit } from "../edits/plan";
import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import { type ProjectData, projectData, queues } from "./data/projectData";
import { readText } from "./register/register";
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
  added: z.record(z.string(), z.array(z.string())).default({}),
  endpoints: z.record(z.string(), z.array(z.string())).default({}),
});

/** What the scaffolds of a project were answered: the project, the fields of each module, those added since, and endpoints. */
export type ScaffoldAnswers = z.output<typeof answersSchema>;

const note = "# What was scaffolded, so that it can be told what a template would change today.\n";

/** The file that holds a project's answers. */
export function answersFile({ project, modules, added, endpoints }: ScaffoldAnswers): ProducedFile {
  const { name, profile, queue } = project;
  const answers = {
    project: { name, profile, queue },
    modules,
    ...(Object.keys(added).length > 0 && { added }),
    ...(Object.keys(endpoints).length > 0 && { endpoints }),
  };
  const content = note + stringify(answers, { lineWidth: 0 });
  return { path: answersPath, content, template: "" };
}

/** A project that was scaffolded, with its answers and the text that they stand in. */
export interface ScaffoldedProject {
  readonly project: ProjectData;
  readonly answers: ScaffoldAnswers;
  readonly stored: string;
}

/** Opens a project that was scaffolded; a sentence where there is none. @param root URI of its folder */
export async function openScaffolded(
  root: string,
  fileSystem: FileSystem,
): Promise<ScaffoldedProject | { readonly problem: string }> {
  const stored = await readText(joinUri(root, answersPath), fileSystem);
  const answers = stored === undefined ? undefined : readScaffoldAnswers(stored);
  if (stored === undefined || answers === undefined) return { problem: noProject };
  const { name, profile, queue } = answers.project;
  return { project: projectData(name, profile, queue), answers, stored };
}

/** Said where a folder holds no project that was scaffolded. */
const noProject =
  "There is no project that Backend Spec has scaffolded (.backend-spec/scaffold.yaml). Name its folder with --into, or make one with `backend-spec new`.";

/** The edit that records answers in place of those that are stored. */
export function recordAnswers(root: string, stored: string, answers: ScaffoldAnswers): FileEdit[] {
  const { content } = answersFile(answers);
  if (content === stored) return [];
  const lines = stored.split("\n");
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end };
  const edits = [{ range, newText: content }];
  return [{ uri: joinUri(root, answersPath), basis: fingerprint(stored), edits }];
}

/** Reads a project's answers; `undefined` where they cannot be understood. */
export function readScaffoldAnswers(text: string): ScaffoldAnswers | undefined {
  try {
    return answersSchema.safeParse(parse(text)).data;
  } catch {
    return undefined;
  }
}
