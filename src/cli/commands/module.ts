import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { scaffoldFromSpec } from "../../core/scaffold/fromSpec/scaffoldFromSpec";
import { scaffoldModule } from "../../core/scaffold/scaffoldModule";
import { nodeFileSystem } from "../../node/fileSystem";
import { UsageError } from "../exit";
import { fieldMessage } from "../output/fieldMessage";
import { finishScaffold } from "../output/scaffoldText";
import { scaffoldHost } from "../scaffoldHost";

const optionsSchema = z.object({
  fields: z.string().optional(),
  fromSpec: z.string().optional(),
  head: z.string().optional(),
  into: z.string().default("."),
  dryRun: z.boolean().default(false),
});

/** `backend-spec module NAME FIELD…`, or `--from-spec FILE`: scaffolds a module into a project. @returns the exit code. */
export async function runModule(
  name: string | undefined,
  words: readonly string[],
  given: unknown,
): Promise<number> {
  const { fields: file, fromSpec, head, into, dryRun } = optionsSchema.parse(given);
  const root = pathToFileURL(resolve(into)).toString();
  if (fromSpec !== undefined) {
    if (words.length > 0 || file !== undefined)
      throw new UsageError("A spec brings its own fields.");
    const host = await scaffoldHost(root, nodeFileSystem);
    const spec = pathToFileURL(resolve(fromSpec)).toString();
    const scaffold = await scaffoldFromSpec({ spec, name, root, head }, host);
    if ("problem" in scaffold) throw new UsageError(scaffold.problem);
    return await finishScaffold(scaffold, dryRun);
  }
  if (name === undefined) throw new UsageError("Name the module, or a spec with --from-spec.");
  const listed = file === undefined ? [] : await linesOf(file);
  const fields = [...listed.map(({ text }) => text), ...words];
  const host = await scaffoldHost(root, nodeFileSystem);
  const scaffold = await scaffoldModule({ name, fields, root, head }, host);
  if ("problem" in scaffold) throw new UsageError(scaffold.problem);
  if ("fieldProblems" in scaffold) {
    const texts = scaffold.fieldProblems.map((problem) => {
      const line = listed[problem.index]?.line;
      const where = file !== undefined && line !== undefined ? `${file}:${line}` : undefined;
      return fieldMessage(fields[problem.index] ?? "", problem, where);
    });
    throw new UsageError(texts.join("\n"));
  }
  return await finishScaffold(scaffold, dryRun);
}

/** Fields of a file, one a line; empty lines and those that begin with `#` are none. */
async function linesOf(file: string): Promise<{ text: string; line: number }[]> {
  let content: string;
  try {
    content = await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return content
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== "" && !text.trimStart().startsWith("#"));
}
