import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { locateModule } from "../../core/scaffold/locateModule";
import { scaffoldField } from "../../core/scaffold/scaffoldField";
import { nodeFileSystem } from "../../node/fileSystem";
import { UsageError } from "../exit";
import { fieldMessage } from "../output/fieldMessage";
import { finishScaffold } from "../output/scaffoldText";
import { scaffoldHost } from "../scaffoldHost";

const optionsSchema = z.object({
  head: z.string().optional(),
  into: z.string(),
  dryRun: z.boolean().default(false),
});

/** `backend-spec field NAME:TYPE… --into MODULE`: adds fields to a module. @returns the exit code. */
export async function runField(fields: readonly string[], given: unknown): Promise<number> {
  const { head, into, dryRun } = optionsSchema.parse(given);
  const place = await locateModule(pathToFileURL(resolve(into)).toString(), nodeFileSystem);
  if ("problem" in place) throw new UsageError(place.problem);
  const host = await scaffoldHost(place.root, nodeFileSystem);
  const scaffold = await scaffoldField({ ...place, fields, head }, host);
  if ("problem" in scaffold) throw new UsageError(scaffold.problem);
  if ("fieldProblems" in scaffold) {
    const texts = scaffold.fieldProblems.map((one) => fieldMessage(fields[one.index] ?? "", one));
    throw new UsageError(texts.join("\n"));
  }
  return await finishScaffold(scaffold, dryRun);
}
