import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type * as z from "zod/mini";
import type { BackendSpec } from "../../core/index";
import type { FileSystem } from "../../core/ports";
import { folderUri, joinUri } from "../../core/project/paths";
import { scaffoldFromSpec } from "../../core/scaffold/fromSpec/scaffoldFromSpec";
import type { Scaffold } from "../../core/scaffold/landFiles";
import { locateModule } from "../../core/scaffold/locateModule";
import { TemplateError, type Templates } from "../../core/scaffold/render";
import { scaffoldEndpoint } from "../../core/scaffold/scaffoldEndpoint";
import { scaffoldField } from "../../core/scaffold/scaffoldField";
import {
  type ScaffoldHost,
  type ScaffoldProblem,
  scaffoldModule,
} from "../../core/scaffold/scaffoldModule";
import { scaffoldProject } from "../../core/scaffold/scaffoldProject";
import { scaffoldTask } from "../../core/scaffold/scaffoldTask";
import { workspaceEditOf } from "./convert";
import type {
  addEndpointArgumentsSchema,
  addFieldArgumentsSchema,
  CommandResult,
  scaffoldModuleArgumentsSchema,
  scaffoldModuleFromSpecArgumentsSchema,
  scaffoldProjectArgumentsSchema,
  scaffoldTaskArgumentsSchema,
} from "./protocol";
import type { Workspace } from "./workspace";

/** What scaffolds work with. */
export interface ScaffoldContext {
  readonly core: BackendSpec;
  readonly workspace: Workspace;
  readonly documents: TextDocuments<TextDocument>;
  readonly fileSystem: FileSystem;
  /** The templates that the product brings. */
  templates(): Promise<Templates>;
}

interface Place {
  readonly folder?: string | undefined;
  readonly into: string;
}

/** Plans a new project, in the folder named or in one of its name. */
export async function planProject(
  { name, profile, queue, ...place }: z.output<typeof scaffoldProjectArgumentsSchema>,
  context: ScaffoldContext,
): Promise<CommandResult> {
  const into = place.into === "" ? name : place.into;
  return await planned({ ...place, into }, context, (root, { templates, fileSystem }) =>
    scaffoldProject({ name, profile, queue, root }, templates, fileSystem),
  );
}

/** Plans a module in a project. */
export async function planModule(
  { name, fields, head, ...place }: z.output<typeof scaffoldModuleArgumentsSchema>,
  context: ScaffoldContext,
): Promise<CommandResult> {
  return await planned(place, context, (root, host) =>
    scaffoldModule({ name, fields, head, root }, host),
  );
}

/** Plans a task in a project. */
export async function planTask(
  { name, ...place }: z.output<typeof scaffoldTaskArgumentsSchema>,
  context: ScaffoldContext,
): Promise<CommandResult> {
  return await planned(place, context, (root, host) => scaffoldTask({ name, root }, host));
}

/** Plans fields that a module of a project gets. */
export async function planField(
  { fields, head, ...place }: z.output<typeof addFieldArgumentsSchema>,
  context: ScaffoldContext,
): Promise<CommandResult> {
  return await planned(place, context, async (path, host) => {
    const found = await locateModule(path, host.fileSystem);
    return "problem" in found ? found : await scaffoldField({ ...found, fields, head }, host);
  });
}

/** Plans the module that a spec describes. */
export async function planModuleFromSpec(
  { spec, name, head, ...place }: z.output<typeof scaffoldModuleFromSpecArgumentsSchema>,
  context: ScaffoldContext,
): Promise<CommandResult> {
  const base = place.folder ?? context.workspace.all()[0]?.project.root ?? "";
  return await planned(place, context, (root, host) =>
    scaffoldFromSpec({ spec: joinUri(base, spec), name, head, root }, host),
  );
}

/** Plans an endpoint that a module of a project gets. */
export async function planEndpoint(
  { method, path, ...place }: z.output<typeof addEndpointArgumentsSchema>,
  context: ScaffoldContext,
): Promise<CommandResult> {
  return await planned(place, context, async (uri, host) => {
    const found = await locateModule(uri, host.fileSystem);
    if ("problem" in found) return found;
    const scaffold = await scaffoldEndpoint({ ...found, method, path }, host);
    return "pathProblem" in scaffold ? { problem: scaffold.pathProblem.message } : scaffold;
  });
}

async function planned(
  { folder, into }: Place,
  context: ScaffoldContext,
  plan: (root: string, host: ScaffoldHost) => Promise<Scaffold | ScaffoldProblem>,
): Promise<CommandResult> {
  const { core, workspace, documents, fileSystem } = context;
  const base = folder === undefined ? workspace.all()[0]?.project.root : folderUri(folder);
  if (base === undefined) return { problem: "Open a folder first." };
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(into)) {
    return { problem: `“${into}” does not lie inside the workspace folder.` };
  }
  const root = into === "" || into === "." ? base : joinUri(base, into);
  const host = core.scaffoldHost(await context.templates(), openTexts(documents, fileSystem));
  try {
    const scaffold = await plan(root, host);
    return "plan" in scaffold ? resultOf(scaffold, documents) : problemOf(scaffold);
  } catch (error) {
    if (error instanceof TemplateError) return { problem: error.message };
    throw error;
  }
}

/** Files as the editor shows them: what is typed and not saved wins over the disk. */
function openTexts(documents: TextDocuments<TextDocument>, fileSystem: FileSystem): FileSystem {
  return {
    ...fileSystem,
    readFile: async (uri) => {
      const open = documents.get(uri);
      return open ? new TextEncoder().encode(open.getText()) : await fileSystem.readFile(uri);
    },
  };
}

function resultOf(
  { plan, conflicts, manual }: Scaffold,
  documents: TextDocuments<TextDocument>,
): CommandResult {
  return {
    title: plan.title,
    edit: workspaceEditOf(plan, (uri) => documents.get(uri)?.version ?? null),
    files: plan.creations.map(({ uri }) => uri),
    kept: conflicts.map(({ uri }) => uri),
    manual,
  };
}

function problemOf(problem: ScaffoldProblem): CommandResult {
  if ("problem" in problem) return problem;
  return { problem: problem.fieldProblems.map(({ message }) => message).join(" ") };
}
