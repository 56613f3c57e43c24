import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { profileNames } from "../../core/config/schema";
import type { Plan } from "../../core/edits/plan";
import { detectedProfile, previewProfiles, proposeConfig } from "../../core/project/adoption";
import { configFileName } from "../../core/project/configStore";
import { joinUri } from "../../core/project/paths";
import { type PlannedBaseline, planBaseline } from "../../core/project/planBaseline";
import { applyPlan } from "../../node/applyPlan";
import { exitCodes, UsageError } from "../exit";
import { analysisOptions, type OpenedProject, openProject } from "../openProject";
import { previewText } from "../output/previewText";
import { progress } from "../progress";

const optionsSchema = analysisOptions.extend({
  adopt: z.boolean().default(false),
  profile: z.enum(profileNames).optional(),
});
type Options = z.output<typeof optionsSchema>;

/** `backend-spec config init`: writes a configuration for this folder, with `--adopt` a baseline too. @returns the exit code */
export async function runConfigInit(given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  if (options.config !== undefined) {
    throw new UsageError("config init writes a file of its own: leave --config out");
  }
  const opened = await openProject([], options);
  const { project, root } = opened;
  const folder = relative(fileURLToPath(project.root), root).split(sep).join("/");
  const uri = joinUri(project.root, folder === "" ? configFileName : `${folder}/${configFileName}`);
  const isThere = await project.exists(uri);
  if (isThere && (!options.adopt || options.profile !== undefined)) {
    const hint = "config init --adopt makes a baseline for it";
    throw new UsageError(`${fileURLToPath(uri)}: exists already, and is not overwritten; ${hint}`);
  }
  const plan = isThere
    ? baselineOrRefuse(await planBaseline(project, { folder, onProgress: progress("Checking") }))
    : await newConfig(opened, folder, options);
  try {
    for (const path of await applyPlan(plan)) {
      process.stdout.write(`${relative(process.cwd(), path)}\n`);
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  return exitCodes.clean;
}

function baselineOrRefuse(planned: PlannedBaseline): Plan {
  if (!("problem" in planned)) return planned.plan;
  const { existing, problem } = planned;
  throw new UsageError(existing ? `${fileURLToPath(existing)}: ${problem}` : problem);
}

async function newConfig(
  { project }: OpenedProject,
  folder: string,
  { adopt, profile }: Options,
): Promise<Plan> {
  const detected = detectedProfile(project, folder);
  const chosen = profile ?? detected.value ?? "none";
  const reasons = chosen === detected.value ? detected.reasons : [];
  const looks = detected.value ?? "like no profile";
  console.error(`The code looks ${looks}: ${detected.reasons.join("; ")}.`);
  const { uri, text, configs } = proposeConfig(project, folder, chosen, reasons);
  const creations = [{ uri, content: text }];
  if (adopt) {
    const preview = await previewProfiles(project, folder, progress("Previewing"));
    process.stdout.write(`${previewText(preview, chosen)}\n`);
    const onProgress = progress("Checking");
    const planned = await planBaseline(project, { folder, configs, onProgress });
    const isNeedless = "problem" in planned && planned.existing === undefined;
    if (!isNeedless) creations.push(...baselineOrRefuse(planned).creations);
  }
  return { title: "Choose conventions", creations, edits: [] };
}
