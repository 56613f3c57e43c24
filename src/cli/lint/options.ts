import * as z from "zod";
import { severities } from "../../core/rules/finding";
import { noSuchRule } from "../../core/rules/noSuchRule";
import { ruleOptionSchemas } from "../../core/rules/registry";
import { UsageError } from "../exit";
import { analysisOptions } from "../openProject";

/** The formats of `lint`. */
export const lintFormats = ["text", "json", "sarif", "github"] as const;

const optionsSchema = analysisOptions.extend({
  format: z.enum(lintFormats),
  select: z.array(z.string()),
  ignore: z.array(z.string()),
  fix: z.boolean().default(false),
  unsafeFixes: z.boolean().default(false),
  diff: z.boolean().default(false),
  minSeverity: z.enum(severities),
  failOn: z.enum(severities),
  exitZero: z.boolean().default(false),
  statistics: z.boolean().default(false),
  baseline: z.string().optional(),
  updateBaseline: z.boolean().default(false),
  since: z.string().optional(),
  stdinFilename: z.string().optional(),
});
export type LintOptions = z.output<typeof optionsSchema>;

/** Reads what the command line was given. Throws a `UsageError` for what does not go together. */
export function readLintOptions(given: unknown, paths: readonly string[]): LintOptions {
  const options = optionsSchema.parse(given);
  for (const name of [...options.select, ...options.ignore]) {
    if (!ruleOptionSchemas.has(name)) {
      throw new UsageError(noSuchRule(name, ruleOptionSchemas.keys()));
    }
  }
  const refused: readonly (readonly [boolean, string])[] = [
    [options.statistics && options.format !== "text", "--statistics goes with --format text"],
    [options.diff && options.format !== "text", "--diff goes with --format text"],
    [
      options.stdinFilename !== undefined && options.fix && !options.diff,
      "--fix writes files: take --diff for what comes from standard input",
    ],
    [
      options.stdinFilename !== undefined && paths.length > 0,
      "--stdin-filename names the only file: leave the paths out",
    ],
    [
      options.since !== undefined && options.stdinFilename !== undefined,
      "--since compares files, not standard input: take one of them",
    ],
    [
      options.since !== undefined && options.updateBaseline,
      "--update-baseline looks at all findings, --since at those of a change: take one of them",
    ],
    [
      options.stdinFilename !== undefined && options.updateBaseline,
      "--update-baseline goes with files, not with standard input",
    ],
  ];
  for (const [isRefused, message] of refused) if (isRefused) throw new UsageError(message);
  return options;
}
