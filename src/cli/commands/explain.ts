import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { explain } from "../../core/project/explain";
import { noSuchRule } from "../../core/rules/noSuchRule";
import { knownRules, ruleNamed, rules } from "../../core/rules/registry";
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
  const rule = ruleNamed(name);
  if (rule === undefined) throw new UsageError(noSuchRule(name, [...knownRules]));
  const absolute = resolve(path);
  if (!existsSync(absolute) || !statSync(absolute).isFile()) {
    throw new UsageError(`${path}: no such file`);
  }
  const line = Number(number);
  const text = await readFile(absolute, "latin1");
  const lines = text.replace(/(\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/).length;
  if (line > lines) throw new UsageError(`${place}: the file ends at line ${lines}`);
  const project = await unreadProject(dirname(absolute), options);
  await project.scan(progress("Reading"));
  const inProject = project.pathOf(pathToFileURL(absolute).toString());
  const isAboutPython = rules.some(({ meta }) => meta.name === name);
  if (inProject === undefined || inProject.endsWith(".py") !== isAboutPython) {
    throw new UsageError(
      `${path}: ${name} speaks of ${isAboutPython ? "Python files" : "documents"}`,
    );
  }
  const explanation = await explain(project, inProject, line - 1, rule);
  refuseUnreadBaselines(project);
  process.stdout.write(explainText(name, path, line, explanation));
  return exitCodes.clean;
}
