import * as vscode from "vscode";
import * as z from "zod/mini";
import { type CommandResult, serverCommands } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { runSteps, type Step, step } from "../../steps";
import type { CommandServices } from "../services";
import { folderOf, offerToOpenFolder } from "../spec/workspaceFolder";
import { landScaffold } from "./landScaffold";
import { pathIn, projectIn } from "./projectFolder";
import { askFields, askName, askProfile, askQueue, fieldList } from "./questions";
import type { ScaffoldPreview } from "./scaffoldPreview";

/** The command line's options; a command that is given a `name` asks nothing and applies at once. */
const argumentSchema = z.object({
  name: z.optional(z.string()),
  fields: z.optional(z.array(z.string())),
  profile: z.optional(z.enum(["modular", "layered"])),
  queue: z.optional(z.enum(["dramatiq", "celery", "none"])),
  head: z.optional(z.string()),
  into: z.optional(z.string()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});
type Options = z.output<typeof argumentSchema>;

/** What a flow asks for, once it knows how to plan with an option. */
type Questions = (
  options: Options,
  plan: (more: Options) => Promise<CommandResult>,
) => readonly Step[];

/** Scaffolds a project. */
export const scaffoldProject = flow(
  serverCommands.scaffoldProject,
  () => vscode.l10n.t("Scaffold Project"),
  (options, plan) => [
    step(
      (place) =>
        askName(
          place,
          vscode.l10n.t("Name of the project"),
          "order-desk",
          options.name ?? "",
          (name) => plan({ name }),
        ),
      (name) => (options.name = name),
    ),
    step(askProfile, (profile) => (options.profile = profile)),
    step(askQueue, (queue) => (options.queue = queue)),
  ],
);

/** Scaffolds a module into a project. */
export const scaffoldModule = flow(
  serverCommands.scaffoldModule,
  () => vscode.l10n.t("Scaffold Module"),
  (options, plan) => [
    step(
      (place) =>
        askName(
          place,
          vscode.l10n.t("Name of the module, a plural"),
          "orders",
          options.name ?? "",
          (name) => plan({ name, fields: ["text:text"] }),
        ),
      (name) => (options.name = name),
    ),
    step(
      (place) =>
        askFields(place, (options.fields ?? []).join("; "), (text) =>
          plan({ ...options, fields: fieldList(text) }),
        ),
      (text) => (options.fields = fieldList(text)),
    ),
  ],
);

/** Scaffolds a task into a project. */
export const scaffoldTask = flow(
  serverCommands.scaffoldTask,
  () => vscode.l10n.t("Scaffold Task"),
  (options, plan) => [
    step(
      (place) =>
        askName(
          place,
          vscode.l10n.t("Name of the task"),
          "send_receipt",
          options.name ?? "",
          (name) => plan({ name }),
        ),
      (name) => (options.name = name),
    ),
  ],
);

function flow(command: string, title: () => string, questions: Questions) {
  return async (
    argument: unknown,
    { server }: CommandServices,
    preview: ScaffoldPreview,
  ): Promise<CommandOutcome> => {
    const clicked = argument instanceof vscode.Uri ? argument : undefined;
    const given = clicked ? {} : argumentSchema.parse(argument ?? {});
    const folder = folderOf(given.folder, clicked);
    if (folder === undefined) return await offerToOpenFolder();
    const isProject = command === serverCommands.scaffoldProject;
    const into = clicked
      ? pathIn(folder, clicked)
      : isProject
        ? undefined
        : await projectIn(folder);
    const place = { folder: folder.uri.toString(), ...(into !== undefined && { into }) };
    const plan = (options: Options) => server.run(command, { ...place, ...options });
    if (given.name !== undefined) return await landScaffold(await plan(given), undefined);
    const options = { ...given };
    if (!(await runSteps(title(), questions(options, plan)))) return { files: [] };
    return await landScaffold(await plan(options), preview);
  };
}
