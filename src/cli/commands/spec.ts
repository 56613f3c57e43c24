import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { generateSpec } from "../../core/spec/generateSpec";
import { systemClock } from "../../core/systemClock";
import { applyPlan } from "../../node/applyPlan";
import { nodeFileSystem } from "../../node/fileSystem";
import { exitCodes, UsageError } from "../exit";
import { analysisOptions, unreadProject } from "../openProject";

const optionsSchema = analysisOptions.extend({
  format: z.string(),
  into: z.string().optional(),
  stdout: z.boolean().default(false),
});

/** `backend-spec spec`: writes a specification and prints its path. @returns the exit code. */
export async function runSpec(line: string | undefined, given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const { format, into, stdout } = options;
  const project = await unreadProject(process.cwd(), options);
  const spec = await generateSpec(
    {
      line: line ?? "",
      format,
      folder: project.root,
      specsFolder: project.configFor("").specsFolder,
      ...(into !== undefined && { into }),
    },
    { fileSystem: nodeFileSystem, clock: systemClock },
  );
  if ("problem" in spec) throw new UsageError(spec.problem);
  if (stdout) {
    process.stdout.write(spec.plan.creations.map(({ content }) => content).join(""));
    return exitCodes.clean;
  }
  try {
    await applyPlan(spec.plan);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  process.stdout.write(`${relative(process.cwd(), fileURLToPath(spec.uri))}\n`);
  console.error(`${spec.toFill} places to fill.`);
  return exitCodes.clean;
}
