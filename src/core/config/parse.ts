import type * as z from "zod";
import { noSuchRule } from "../rules/noSuchRule";
import {
  existing,
  type ReportIssue,
  reportIssue,
  type YamlProblem,
  YamlSource,
} from "../text/yamlSource";
import { type Config, configSchema } from "./schema";

/** Something wrong in a configuration file, at its place. */
export type ConfigProblem = YamlProblem;

/** What a configuration file says: everything in it that is right, and what is wrong. */
export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** The options schema of each rule by name; a rule without options has an empty one. */
export type RuleOptionSchemas = ReadonlyMap<string, z.ZodType>;

/**
 * Reads a `.backend-spec.yaml`. Never throws: each wrong key or value is a problem at its place, and is left out of
 * the configuration that is returned, so that the rest of the file counts.
 */
export function parseConfig(text: string, ruleOptions: RuleOptionSchemas): ParsedConfig {
  const source = new YamlSource(text);
  if (source.syntaxErrors.length > 0) return { config: {}, problems: source.syntaxErrors };
  const problems: ConfigProblem[] = [];
  const report: ReportIssue = (path, message, ofKey) => {
    problems.push({ message, range: source.rangeOf(path, ofKey) });
  };
  let value = source.toPlain();
  if (value === null) value = {};
  const config = keepValid(value, report);
  checkRules(config, ruleOptions, report);
  return { config, problems };
}

/** Reports what does not fit the schema and returns the configuration without it. */
function keepValid(value: unknown, report: ReportIssue): Config {
  let current = value;
  // Each round takes out what does not fit; taking something out can leave its owner incomplete.
  const mostRounds = 10;
  for (let round = 0; round < mostRounds; round++) {
    const result = configSchema.safeParse(current);
    if (result.success) return result.data;
    const dropped: PropertyKey[][] = [];
    for (const issue of result.error.issues) {
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
      for (const key of keys) dropped.push([...issue.path, key]);
      if (keys.length === 0) dropped.push(existing(current, issue.path));
      if (round === 0) reportIssue(issue, current, report);
    }
    if (dropped.some((path) => path.length === 0)) return {};
    current = without(current, dropped);
  }
  return {};
}

function without(value: unknown, paths: readonly PropertyKey[][]): unknown {
  if (Array.isArray(value)) {
    const gone = new Set(paths.filter((path) => path.length === 1).map((path) => path[0]));
    return value
      .map((item: unknown, index) => without(item, below(paths, index)))
      .filter((_, index) => !gone.has(index));
  }
  if (typeof value !== "object" || value === null) return value;
  const gone = new Set(paths.filter((path) => path.length === 1).map((path) => path[0]));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !gone.has(key))
      .map(([key, item]: [string, unknown]) => [key, without(item, below(paths, key))]),
  );
}

function below(paths: readonly PropertyKey[][], key: PropertyKey): PropertyKey[][] {
  return paths.filter((path) => path.length > 1 && path[0] === key).map((path) => path.slice(1));
}

function checkRules(config: Config, ruleOptions: RuleOptionSchemas, report: ReportIssue): void {
  const places: [PropertyKey[], Config["rules"]][] = [[["rules"], config.rules]];
  config.overrides?.forEach((override, index) => {
    places.push([["overrides", index, "rules"], override.rules]);
  });
  for (const [path, rules] of places) {
    for (const [name, setting] of Object.entries(rules ?? {})) {
      const schema = ruleOptions.get(name);
      if (schema === undefined) {
        report([...path, name], noSuchRule(name, ruleOptions.keys()), true);
      } else if (typeof setting === "object") {
        const { severity: _severity, ...options } = setting;
        const result = schema.safeParse(options);
        for (const issue of result.success ? [] : result.error.issues) {
          const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
          const at = [...path, name, ...issue.path, ...(key === undefined ? [] : [key])];
          report(
            at,
            key ? `The rule ${name} has no option "${key}".` : issue.message,
            Boolean(key),
          );
        }
      }
    }
  }
}
