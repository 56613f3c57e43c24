import * as z from "zod";
import { filledKeys } from "../../core/config/filledKeys";
import { layerNames } from "../../core/config/schema";
import { detectionReport } from "../../core/detection/report";
import { activationOf, configuredRules } from "../../core/rules/activation";
import { allRules } from "../../core/rules/registry";
import { exitCodes } from "../exit";
import { analysisOptions, openProject } from "../openProject";
import { configText, type ShownConfig } from "../output/configText";

const optionsSchema = analysisOptions.extend({
  format: z.enum(["text", "json"]),
});

/** `backend-spec config`: the configuration in force for this folder, and what is detected. @returns the exit code. */
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
  const context = {
    code: project.code,
    config: view,
    selection: configuredRules,
    path: "",
    seen: "",
  };
  const shown: ShownConfig = {
    file: view.uri ?? null,
    profile: view.profile?.name ?? null,
    config: view.config,
    keys: Object.fromEntries(
      filledKeys.map((key) => {
        const { value = null, from = null, reasons } = view.key(key);
        return [key, { value, from, reasons }];
      }),
    ),
    layers: Object.fromEntries(
      layerNames.map((layer) => [
        layer,
        { from: view.layers.sourceOf(layer), files: view.layers.filesOf(layer).length },
      ]),
    ),
    rules: allRules.map((rule) => {
      const { severity = null, reason } = activationOf(rule, context);
      return { rule: rule.meta.name, severity, reason };
    }),
    detected: detectionReport(project.code),
  };
  process.stdout.write(
    options.format === "json" ? `${JSON.stringify(shown, null, 2)}\n` : configText(shown),
  );
  return problems.length > 0 ? exitCodes.usage : exitCodes.clean;
}
