import { detectedProfile, previewProfiles, proposeConfig } from "../../core/project/adoption";
import { folderUri, joinUri } from "../../core/project/paths";
import { planBaseline } from "../../core/project/planBaseline";
import type { Project } from "../../core/project/project";
import { workspaceEditOf } from "./convert";
import {
  type CommandResult,
  type Conventions,
  type CreateConfigurationArguments,
  conventionsParamsSchema,
} from "./protocol";
import type { Workspace } from "./workspace";

/** What each profile would find in a folder, and which the code looks like. Judges every file once a profile. */
export async function conventionsOf(workspace: Workspace, params: unknown): Promise<Conventions> {
  const { folder } = conventionsParamsSchema.parse(params ?? {});
  await workspace.ready();
  const project = projectIn(workspace, folder);
  if (project === undefined) throw new Error("No folder is open.");
  const { value = null, reasons } = detectedProfile(project, "");
  const preview = await previewProfiles(project, "");
  return {
    detected: value,
    reasons: [...reasons],
    profiles: [...preview].map(([name, found]) => ({
      name,
      rules: [...found]
        .map(([rule, findings]) => ({ rule, findings }))
        .sort((a, b) => b.findings - a.findings),
    })),
  };
}

/** Plans the configuration file of a folder, with a baseline of what it would find where that is wanted. */
export async function createConfiguration(
  { folder, profile, baseline }: CreateConfigurationArguments,
  workspace: Workspace,
): Promise<CommandResult> {
  await workspace.ready();
  const project = projectIn(workspace, folder);
  if (project === undefined) {
    return { problem: "Open a folder first: the configuration is a file in it." };
  }
  const detected = detectedProfile(project, "");
  const reasons = detected.value === profile ? detected.reasons : [];
  const { uri, text, configs } = proposeConfig(project, "", profile, reasons);
  if (await project.exists(uri)) {
    return { problem: "There is a configuration already.", existing: uri };
  }
  const creations = [{ uri, content: text }];
  let findings = 0;
  if (baseline) {
    const planned = await planBaseline(project, { configs });
    if ("plan" in planned) {
      creations.push(...planned.plan.creations);
      findings = planned.findings;
    } else if (planned.existing !== undefined) return planned;
  }
  const title = "Choose conventions";
  const edit = workspaceEditOf({ title, creations, edits: [] }, () => null);
  return { title, edit, files: creations.map((file) => file.uri), findings };
}

/** Plans the baseline of what is found in a folder as it is. */
export async function createBaseline(
  folder: string | undefined,
  workspace: Workspace,
): Promise<CommandResult> {
  await workspace.ready();
  const project = projectIn(workspace, folder);
  if (project === undefined) {
    return { problem: "Open a folder first: the baseline is a file in it." };
  }
  const planned = await planBaseline(project);
  if ("problem" in planned) return planned;
  const { plan, findings } = planned;
  const files = plan.creations.map(({ uri }) => uri);
  return { title: plan.title, edit: workspaceEditOf(plan, () => null), files, findings };
}

/** The project of a workspace folder, of the first one where none is named. */
function projectIn(workspace: Workspace, folder: string | undefined): Project | undefined {
  return folder === undefined
    ? workspace.all()[0]?.project
    : workspace.projectOf(joinUri(folderUri(folder), "x"));
}
