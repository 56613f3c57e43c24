import * as z from "zod";
import type { CodeDiagram } from "../../core/diagrams/code/codeDiagram";
import { codeDiagrams } from "../../core/diagrams/code/codeDiagrams";
import { diagramKinds } from "../../core/diagrams/diagramKinds";
import { checkDiagrams } from "../diagram/check";
import { documentDiagrams } from "../diagram/documents";
import { pathIn } from "../diagram/pathIn";
import { pictureOptions } from "../diagram/pictures";
import { writeRegions } from "../diagram/write";
import { type PictureFormat, pictureFormats, writeDiagrams } from "../diagram/writeFiles";
import { exitCodes, UsageError } from "../exit";
import { analysisOptions, openProject } from "../openProject";

const optionsSchema = analysisOptions.extend({
  ...pictureOptions.shape,
  kind: z.enum(diagramKinds).optional(),
  of: z.string().optional(),
  depth: z.int().min(0).optional(),
  out: z.string().optional(),
  write: z.boolean().default(false),
  check: z.boolean().default(false),
  format: z.enum(["text", "json", ...pictureFormats]),
});
export type DiagramOptions = z.output<typeof optionsSchema>;

/** `backend-spec diagram`. @returns the exit code. */
export async function runDiagram(paths: readonly string[], given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const { kind, check, write, out } = options;
  const asked = [kind !== undefined, check, write].filter(Boolean).length;
  if (asked > 1) throw new UsageError("--kind, --write and --check are three things: take one.");
  if (check) return await checkDiagrams(paths, options);
  if (write) return await writeRegions(paths, options);
  const format =
    pictureFormats.find((one): one is PictureFormat => one === options.format) ?? "mmd";
  if (kind === undefined && out !== undefined) {
    return await writeDiagrams(await documentDiagrams(paths), out, format, options);
  }
  if (kind === undefined) {
    throw new UsageError(`--kind is missing: one of ${diagramKinds.join(", ")}.`);
  }
  const { project } = await openProject(paths, options);
  const diagrams = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    const inProject = pathIn(project, path);
    const { of, depth } = options;
    const made = codeDiagrams({ kind, path: inProject, of, depth }, project.code);
    if ("problem" in made) throw new UsageError(made.problem);
    return made;
  });
  for (const { title, notes } of diagrams) {
    for (const note of notes) console.error(title === "" ? note : `${title}: ${note}`);
  }
  if (out !== undefined) {
    const named = diagrams.map(({ title, text }) => ({ name: `${kind} ${title}`, text }));
    return await writeDiagrams(named, out, format, options);
  }
  process.stdout.write(printed(diagrams));
  return exitCodes.clean;
}

/** The diagrams as text; of several each under a comment that says what it is of. */
function printed(diagrams: readonly CodeDiagram[]): string {
  const isOne = diagrams.length === 1;
  return diagrams.map(({ title, text }) => `${isOne ? "" : `%% ${title}\n`}${text}\n`).join("\n");
}
