import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { endpointMethods } from "../../core/scaffold/data/endpointData";
import { locateModule } from "../../core/scaffold/locateModule";
import { scaffoldEndpoint } from "../../core/scaffold/scaffoldEndpoint";
import { nodeFileSystem } from "../../node/fileSystem";
import { UsageError } from "../exit";
import { fieldMessage } from "../output/fieldMessage";
import { finishScaffold } from "../output/scaffoldText";
import { scaffoldHost } from "../scaffoldHost";

const optionsSchema = z.object({
  into: z.string(),
  dryRun: z.boolean().default(false),
});

/** `backend-spec endpoint METHOD PATH --into MODULE`: adds an endpoint to a module. @returns the exit code. */
export async function runEndpoint(word: string, path: string, given: unknown): Promise<number> {
  const { into, dryRun } = optionsSchema.parse(given);
  const method = endpointMethods.find((one) => one === word.toUpperCase());
  if (method === undefined) {
    throw new UsageError(`“${word}” is no method: use ${endpointMethods.join(", ")}.`);
  }
  const place = await locateModule(pathToFileURL(resolve(into)).toString(), nodeFileSystem);
  if ("problem" in place) throw new UsageError(place.problem);
  const host = await scaffoldHost(place.root, nodeFileSystem);
  const scaffold = await scaffoldEndpoint({ ...place, method, path }, host);
  if ("problem" in scaffold) throw new UsageError(scaffold.problem);
  if ("pathProblem" in scaffold) throw new UsageError(fieldMessage(path, scaffold.pathProblem));
  return await finishScaffold(scaffold, dryRun);
}
