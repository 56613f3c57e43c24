import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { text as readText } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { readAnswers } from "../../core/spec/answers/readAnswers";
import { readOptions } from "../../core/spec/answers/readOptions";
import type { Answers } from "../../core/spec/answers/schema";
import { readFacts } from "../../core/spec/fromCode/readFacts";
import { generateSpec } from "../../core/spec/generateSpec";
import { systemClock } from "../../core/systemClock";
import { applyPlan } from "../../node/applyPlan";
import { nodeFileSystem } from "../../node/fileSystem";
import { exitCodes, UsageError } from "../exit";
import { analysisOptions, openProject, unreadProject } from "../openProject";

const optionsSchema = analysisOptions.extend({
  format: z.string().optional(),
  answers: z.string().optional(),
  from: z.string().optional(),
  into: z.string().optional(),
  stdout: z.boolean().default(false),
  entity: z.array(z.string()).default([]),
  dependency: z.array(z.string()).default([]),
  operation: z.array(z.string()).default([]),
  rule: z.array(z.string()).default([]),
  owns: z.array(z.string()).default([]),
  doesNotOwn: z.array(z.string()).default([]),
  sensitive: z.array(z.string()).default([]),
});

/** `backend-spec spec`: writes a specification and prints its path. @returns the exit code. */
export async function runSpec(line: string | undefined, given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const { format, into, stdout } = options;
  const answers = await answersOf(options);
  const { project, code } =
    options.from === undefined
      ? { project: await unreadProject(process.cwd(), options), code: undefined }
      : await codeAt(options.from, answers, options);
  const spec = await generateSpec(
    {
      line: line ?? "",
      format: format ?? (code === undefined ? "service" : "module"),
      folder: project.root,
      specsFolder: project.configFor("").specsFolder,
      ...(answers !== undefined && { answers }),
      ...(code !== undefined && { code }),
      ...(into !== undefined && { into }),
    },
    { fileSystem: nodeFileSystem, clock: systemClock },
  );
  // A document that is there already is in nobody's way where nothing is written.
  const content = "plan" in spec ? spec.plan.creations[0]?.content : spec.content;
  if (stdout && content !== undefined) {
    process.stdout.write(content);
    return exitCodes.clean;
  }
  if ("problem" in spec) throw new UsageError(spec.problem);
  try {
    await applyPlan(spec.plan);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  process.stdout.write(`${relative(process.cwd(), fileURLToPath(spec.uri))}\n`);
  console.error(`${spec.toFill} places to fill.`);
  return exitCodes.clean;
}

/** Reads the code at a path, and the project around it. Rejects with a `UsageError` where there is nothing to tell of. */
async function codeAt(
  from: string,
  answers: Answers | undefined,
  options: z.output<typeof optionsSchema>,
) {
  if (answers !== undefined) {
    throw new UsageError(
      "--from and answers cannot be combined: a document is filled from one of them.",
    );
  }
  const [, file = from, named = ""] = /^(.*\.py)(:[\p{L}_][\p{L}\p{N}_]*)$/u.exec(from) ?? [];
  const absolute = resolve(file);
  // The document lands where the command runs, unless the code is elsewhere.
  const isHere = !relative(process.cwd(), absolute).startsWith("..");
  const { project } = await openProject(isHere ? [".", file] : [file], options);
  const within = relative(fileURLToPath(project.root), absolute).split(sep).join("/");
  const path = within.startsWith("..") ? absolute : within;
  const code = readFacts(`${path}${named}`, project.code);
  if ("problem" in code) throw new UsageError(code.problem);
  return { project, code };
}

/** What the answers file and the options say together; `undefined` where there is neither. */
async function answersOf(options: z.output<typeof optionsSchema>): Promise<Answers | undefined> {
  const said = options.answers === undefined ? undefined : await answersIn(options.answers);
  const { entity, dependency, operation, rule, owns, doesNotOwn, sensitive } = options;
  const all = [entity, dependency, operation, rule, owns, doesNotOwn, sensitive];
  if (all.every(({ length }) => length === 0)) return said;
  const answers = readOptions(options, said);
  if ("problem" in answers) throw new UsageError(answers.problem);
  return answers;
}

/** Reads an answers file; `-` is standard input. Rejects with a `UsageError` that names what is wrong and where. */
async function answersIn(file: string): Promise<Answers> {
  if (file !== "-" && !existsSync(file)) throw new UsageError(`${file}: no such file`);
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
