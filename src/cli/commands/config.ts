import * as z from "zod";
import { configuredRules, severityOf } from "../../core/rules/checkFile";
import { rules } from "../../core/rules/registry";
import { exitCodes } from "../exit";
import { analysisOptions, openProject } from "../openProject";

const optionsSchema = analysisOptions.extend({
  format: z.enum(["text", "json"]),
});

/** `backend-spec config`: the configuration in force for this folder. @returns the exit code. */
export async function runConfig(given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const { project } = await openProject([], options);
  const problems = project.configs
    .paths()
    .flatMap((path) => project.configs.problems(path).map((problem) => ({ path, ...problem })));
  for (const { path, range, message } of problems) {
    console.error(
      `${path}:${range.start.line + 1}:${range.start.character + 1}: error: ${message}`,
    );
  }
  const view = project.configFor("");
  const on = rules.flatMap((rule) => {
    const severity = severityOf(rule, "", view, configuredRules);
    return severity === undefined ? [] : [{ rule: rule.meta.name, severity }];
  });
  const shown = {
    file: view.uri ?? null,
    profile: view.profile?.name ?? null,
    config: view.config,
    rules: on,
  };
  process.stdout.write(
    options.format === "json" ? `${JSON.stringify(shown, null, 2)}\n` : text(shown),
  );
  return problems.length > 0 ? exitCodes.usage : exitCodes.clean;
}

function text(shown: {
  file: string | null;
  profile: string | null;
  config: object;
  rules: { rule: string; severity: string }[];
}): string {
  const keys = Object.entries(shown.config).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value)}`,
  );
  return [
    `File:    ${shown.file ?? "none (only what holds in any FastAPI code base is checked)"}`,
    `Profile: ${shown.profile ?? "none"}`,
    ...(keys.length > 0 ? ["Keys:", ...keys] : []),
    shown.rules.length > 0 ? "Rules that are on:" : "No rule is on.",
    ...shown.rules.map(({ rule, severity }) => `  ${rule}: ${severity}`),
    "",
  ].join("\n");
}
