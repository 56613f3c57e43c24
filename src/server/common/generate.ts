import type * as z from "zod/mini";
import type { Clock, FileSystem } from "../../core/ports";
import { folderUri, joinUri } from "../../core/project/paths";
import { checkAnswers } from "../../core/spec/answers/readAnswers";
import { readModel } from "../../core/spec/answers/readModel";
import { readFacts } from "../../core/spec/fromCode/readFacts";
import { generateSpec } from "../../core/spec/generateSpec";
import { workspaceEditOf } from "./convert";
import {
  type CommandResult,
  type FormatList,
  formatsParamsSchema,
  type generateSpecArgumentsSchema,
  type ModelResult,
  readModelParamsSchema,
} from "./protocol";
import type { Workspace } from "./workspace";

/** What generation works with. */
export interface GenerateContext {
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
}

const noFolder = { problem: "Open a folder first: the specification is a file in it." };

/** Plans a document from a line, answers or code. Never rejects for what a user may have done wrong. */
export async function generate(
  {
    line,
    format,
    answers: given,
    from,
    folder,
    into,
  }: z.output<typeof generateSpecArgumentsSchema>,
  { workspace, fileSystem, clock }: GenerateContext,
): Promise<CommandResult> {
  const root = rootOf(folder, workspace);
  if (root === undefined) return noFolder;
  const answers = given === undefined ? undefined : checkAnswers(given);
  if (answers !== undefined && "problem" in answers) return answers;
  if (answers !== undefined && from !== undefined) {
    return { problem: "A document is filled from code or from answers: leave one of them out." };
  }
  const project = workspace.projectOf(joinUri(root, "x"));
  if (from !== undefined) await workspace.ready();
  const code = from === undefined ? undefined : readFacts(plainPath(from), project.code);
  if (code !== undefined && "problem" in code) return code;
  const spec = await generateSpec(
    {
      line,
      format: format ?? (code === undefined ? "service" : "module"),
      folder: root,
      specsFolder: project.configFor("").specsFolder,
      ...(answers !== undefined && { answers }),
      ...(code !== undefined && { code }),
      ...(into !== undefined && { into }),
    },
    { fileSystem, clock },
  );
  if ("problem" in spec) return spec;
  const { plan, uri, toFill } = spec;
  return { title: plan.title, edit: workspaceEditOf(plan, () => null), files: [uri], toFill };
}

/** The formats that a document of a folder can have. Rejects when the parameters do not fit. */
export async function formatsOf(params: unknown, workspace: Workspace): Promise<FormatList> {
  const { folder } = formatsParamsSchema.parse(params ?? {});
  const root = rootOf(folder, workspace);
  if (root === undefined) return [];
  await workspace.ready();
  const { formats } = workspace.projectOf(joinUri(root, "x")).specs;
  return [...formats.values()].map(({ name, title, file }) => ({ name, title, file }));
}

/** A model as somebody types it. Rejects when the parameters do not fit. */
export function modelOf(params: unknown): ModelResult {
  const { text, taken } = readModelParamsSchema.parse(params);
  return readModel(text, taken);
}

function rootOf(folder: string | undefined, workspace: Workspace): string | undefined {
  return folder === undefined ? workspace.all()[0]?.project.root : folderUri(folder);
}

/** A path as the index has it. */
function plainPath(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}
