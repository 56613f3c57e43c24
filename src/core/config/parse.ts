import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import { noSuchRule } from "../rules/noSuchRule";
import { type Range, range } from "../text/range";
import { type Config, configSchema } from "./schema";

/** Something wrong in a configuration file, at its place. */
export interface ConfigProblem {
  readonly message: string;
  readonly range: Range;
}

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (start: number, end: number): Range => {
    const from = lines.linePos(start);
    // A block's range takes in the line break behind it.
    const to = lines.linePos(start + text.slice(start, Math.max(start, end)).trimEnd().length);
    return range(from.line - 1, from.col - 1, to.line - 1, to.col - 1);
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      message: error.message,
      range: place(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)),
    }));
    return { config: {}, problems };
  }
  const problems: ConfigProblem[] = [];
  const report = (path: readonly PropertyKey[], message: string, ofKey: boolean): void => {
    let at = path;
    while (at.length > 0 && offsetsOf(document, at, ofKey) === undefined) at = at.slice(0, -1);
    const [start, end] = offsetsOf(document, at, ofKey) ?? [0, Math.max(1, text.length)];
    problems.push({ message, range: place(start, end) });
  };
  let value = toPlain(document);
  if (value === null) value = {};
  const config = keepValid(value, report);
  checkRules(config, ruleOptions, report);
  return { config, problems };
}

type Report = (path: readonly PropertyKey[], message: string, ofKey: boolean) => void;

function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined; // Aliases that expand without end: reported as not being a mapping.
  }
}

/** Reports what does not fit the schema and returns the configuration without it. */
function keepValid(value: unknown, report: Report): Config {
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

function reportIssue(issue: z.core.$ZodIssue, value: unknown, report: Report): void {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) report([...path, key], unknownKey(key, path), true);
  } else if (path.length === 0) {
    report(path, "Expected a mapping.", false);
  } else if (existing(value, path).length < path.length) {
    report(path, `The key "${String(path.at(-1))}" is missing.`, false);
  } else {
    report(path, issue.message, false);
  }
}

/** As much of a path as there is in a value. */
function existing(value: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  let current = value;
  for (const [index, key] of path.entries()) {
    const entries = typeof current === "object" && current !== null ? Object.entries(current) : [];
    const entry = entries.find(([name]) => name === String(key));
    if (entry === undefined) return path.slice(0, index);
    current = entry[1];
  }
  return [...path];
}

function unknownKey(key: string, path: readonly PropertyKey[]): string {
  const where = path.length === 0 ? "" : ` in ${path.map(String).join(".")}`;
  return `Unknown key "${key}"${where}.`;
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

function checkRules(config: Config, ruleOptions: RuleOptionSchemas, report: Report): void {
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

/** Where the key or the value at a path stands in the text, as offsets. */
function offsetsOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  ofKey: boolean,
): readonly [number, number] | undefined {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && (isScalar(item.key) ? String(item.key.value) : "") === String(last),
    );
    const node = !ofKey && isNode(pair?.value) && pair.value.range ? pair.value : pair?.key;
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  const node = document.getIn(path, true);
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined;
}
