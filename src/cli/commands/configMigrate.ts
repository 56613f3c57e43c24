import { exitCodes, UsageError } from "../exit";
import { refuseUnreadBaselines } from "../lint/baseline";
import { analysisOptions, openProject } from "../openProject";

/** `backend-spec config migrate`: brings configuration and baseline to this version's form. @returns the exit code */
export async function runConfigMigrate(given: unknown): Promise<number> {
  const { project } = await openProject([], analysisOptions.parse(given));
  const { configs } = project;
  const wrong = configs.paths().filter((path) => configs.problems(path).length > 0);
  if (wrong.length > 0) {
    throw new UsageError(`${wrong.join(", ")}: lint says what is wrong there; correct it first`);
  }
  for (const path of ["", ...configs.paths()]) {
    const { uri, isAsked } = project.baselineFor(path);
    await project.baselines.at(uri, isAsked);
  }
  refuseUnreadBaselines(project);
  // There has been one form of either so far.
  process.stdout.write("Nothing to migrate: everything is in this version's form.\n");
  return exitCodes.clean;
}
