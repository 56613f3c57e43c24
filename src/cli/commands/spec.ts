import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { text as readText } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { readAnswers } from "../../core/spec/answers/readAnswers";
import type { Answers } from "../../core/spec/answers/schema";
import { generateSpec } from "../../core/spec/generateSpec";
import { systemClock } from "../../core/systemClock";
import { applyPlan } from "../../node/applyPlan";
import { nodeFileSystem } from "../../node/fileSystem";
import { exitCodes, UsageError } from "../exit";
import { analysisOptions, unreadProject } from "../openProject";

const optionsSchema = analysisOptions.extend({
  format: z.string(),
  answers: z.string().optional(),
  into: z.string().optional(),
  stdout: z.boolean().default(false),
});

/** `backend-spec spec`: writes a specification and prints its path. @returns the exit code. */
export async function runSpec(line: string | undefined, given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const { format, into, stdout } = options;
  const answers = options.answers === undefined ? undefined : await answersIn(options.answers);
  const project = await unreadProject(process.cwd(), options);
  const spec = await generateSpec(
    {
      line: line ?? "",
      format,
      folder: project.root,
      specsFolder: project.configFor("").specsFolder,
      ...(answers !== undefined && { answers }),
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

/** Reads an answers file; `-` is standard input. Rejects with a `UsageError` that names what is wrong and where. */
async function answersIn(file: string): Promise<Answers> {
  let text: string;
  try {
    text = await (file === "-" ? readText(process.stdin) : readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const answers = readAnswers(text);
  if (!("problems" in answers)) return answers;
  const lines = answers.problems.map(
    ({ message, range: { start } }) =>
      `${file}:${start.line + 1}:${start.character + 1}: ${message}`,
  );
  throw new UsageError(lines.join("\n"));
}
