import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { queues } from "../../core/scaffold/data/projectData";
import { readOwnTemplates } from "../../core/scaffold/ownTemplates";
import { scaffoldProject } from "../../core/scaffold/scaffoldProject";
import { nodeFileSystem } from "../../node/fileSystem";
import { templatesIn } from "../../node/templates";
import { UsageError } from "../exit";
import { finishScaffold } from "../output/scaffoldText";

const optionsSchema = z.object({
  profile: z.enum(["modular", "layered"]),
  queue: z.enum(queues),
  into: z.string().optional(),
  dryRun: z.boolean().default(false),
});

/** `backend-spec new NAME`: scaffolds a project. @returns the exit code. */
export async function runNew(name: string, given: unknown): Promise<number> {
  const { profile, queue, into, dryRun } = optionsSchema.parse(given);
  const root = pathToFileURL(resolve(into ?? name)).toString();
  const own = await readOwnTemplates(pathToFileURL(resolve(".")).toString(), nodeFileSystem);
  const templates = { ...(await templatesIn(__dirname)), ...own };
  const scaffold = await scaffoldProject({ name, profile, queue, root }, templates, nodeFileSystem);
  if ("problem" in scaffold) throw new UsageError(scaffold.problem);
  return await finishScaffold(scaffold, dryRun);
}
