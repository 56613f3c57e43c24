import { newConfigText } from "../config/newConfig";
import { type ProfileName, profileNames } from "../config/schema";
import { isBelow } from "../detection/backends";
import { type Answer, undetected } from "../detection/detected";
import { detection } from "../detection/detection";
import { configuredRules } from "../rules/activation";
import { type ConfigStore, configFileName } from "./configStore";
import { joinUri } from "./paths";
import type { OnProgress, Project } from "./project";

/** A configuration file that could be written. */
export interface ProposedConfig {
  readonly uri: string;
  readonly text: string;
  /** The configurations of the project with this one. */
  readonly configs: ConfigStore;
}

/** The profile that the code in a folder looks like. @param folder in the project */
export function detectedProfile(
  project: Project,
  folder: string,
): Answer<Exclude<ProfileName, "none">> {
  const [backend] = detection
    .backends(project.code)
    .filter((one) => isBelow(one.folder, folder) || isBelow(folder, one.folder));
  return backend === undefined
    ? undetected("no FastAPI application is found")
    : detection.layout(backend, project.code).profile;
}

/** A configuration file for a folder that names a profile. @param reasons what of the code speaks for it */
export function proposeConfig(
  project: Project,
  folder: string,
  profile: ProfileName,
  reasons: readonly string[],
): ProposedConfig {
  const path = folder === "" ? configFileName : `${folder}/${configFileName}`;
  const uri = joinUri(project.root, path);
  const text = newConfigText(profile, reasons);
  return { uri, text, configs: project.configs.with(path, uri, text) };
}

/** How many findings each rule would have under each profile. */
export type ProfilePreview = ReadonlyMap<ProfileName, ReadonlyMap<string, number>>;

/** Counts what each profile would find in a folder, without writing anything. */
export async function previewProfiles(
  project: Project,
  folder: string,
  onProgress?: OnProgress,
): Promise<ProfilePreview> {
  const paths = project.pythonPaths.filter((path) => isBelow(path, folder));
  const preview = new Map<ProfileName, ReadonlyMap<string, number>>();
  let done = 0;
  for (const profile of profileNames) {
    const { configs } = proposeConfig(project, folder, profile, []);
    const found = new Map<string, number>();
    preview.set(profile, found);
    for (const path of paths) {
      const { findings, baselined } = await project.check(path, configuredRules, configs);
      const all = [...findings, ...baselined.map(({ finding }) => finding)];
      for (const { rule } of all) found.set(rule, (found.get(rule) ?? 0) + 1);
      done += 1;
      onProgress?.(done, paths.length * profileNames.length);
    }
  }
  return preview;
}
