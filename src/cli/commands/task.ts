import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { scaffoldTask } from "../../core/scaffold/scaffoldTask";
import { nodeFileSystem } from "../../node/fileSystem";
import { UsageError } from "../exit";
import { finishScaffold } from "../output/scaffoldText";
import { scaffoldHost } from "../scaffoldHost";

const optionsSchema = z.object({
  into: z.string().default("."),
  dryRun: z.boolean().default(false),
});

/** `backend-spec task NAME`: scaffolds a task into a project with a queue. @returns the exit code. */
export async function runTask(name: string, given: unknown): Promise<number> {
  const { into, dryRun } = optionsSchema.parse(given);
  const root = pathToFileURL(resolve(into)).toString();
  const scaffold = await scaffoldTask({ name, root }, await scaffoldHost(root, nodeFileSystem));
  if ("problem" in scaffold) throw new UsageError(scaffold.problem);
  return await finishScaffold(scaffold, dryRun);
}
