import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { explain } from "../../core/project/explain";
import { noSuchRule } from "../../core/rules/noSuchRule";
import { rules } from "../../core/rules/registry";
import { exitCodes, UsageError } from "../exit";
import { refuseUnreadBaselines } from "../lint/baseline";
import { analysisOptions, unreadProject } from "../openProject";
import { explainText } from "../output/explainText";
import { progress } from "../progress";

/** `backend-spec explain PATH:LINE RULE`. @returns the exit code */
export async function runExplain(place: string, name: string, given: unknown): Promise<number> {
  const options = analysisOptions.parse(given);
  const [, path, number] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (path === undefined || number === undefined || Number(number) === 0) {
    throw new UsageError(`${place}: give a file and a line, such as app/users/router.py:12`);
  }
  const rule = rules.find(({ meta }) => meta.name === name);
  if (rule === undefined) {
    throw new UsageError(
      noSuchRule(
        name,
        rules.map(({ meta }) => meta.name),
      ),
    );
  }
  const absolute = resolve(path);
  if (!existsSync(absolute) || !statSync(absolute).isFile()) {
    throw new UsageError(`${path}: no such file`);
  }
  const project = await unreadProject(dirname(absolute), options);
  await project.scan(progress("Reading"));
  const inProject = project.pathOf(pathToFileURL(absolute).toString());
  if (inProject === undefined || !inProject.endsWith(".py")) {
    throw new UsageError(`${path}: rules speak of Python files`);
  }
  const line = Number(number);
  const explanation = await explain(project, inProject, line - 1, rule);
  refuseUnreadBaselines(project);
  process.stdout.write(explainText(name, path, line, explanation));
  return exitCodes.clean;
}
