import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { placeKey, projectCalls } from "../dependencies/projectCalls";
import { type Logger, loggerOf, loguruLogger } from "./loggers";
import { type Metric, metricOf } from "./metrics";

/** How some modules let themselves be watched. */
export interface Observability {
  readonly loggers: readonly Logger[];
  readonly metrics: readonly Metric[];
  readonly unresolved: readonly {
    readonly what: string;
    readonly path: string;
    readonly line: number;
  }[];
}

/** The loggers and metrics that the code makes, each place once. */
export function observabilityOf(runs: readonly ModuleRun[], codeBase: CodeBase): Observability {
  const loggers = new Map<string, Logger>();
  const metrics = new Map<string, Metric>();
  for (const run of runs) {
    const imported = loguruLogger(run, codeBase);
    if (imported !== undefined) loggers.set(`${run.path}:loguru`, imported);
    for (const { call } of projectCalls(run, codeBase)) {
      const key = placeKey(call);
      const logger = loggerOf(call);
      // The call at import knows the most of its arguments, and comes first.
      if (logger !== undefined && !loggers.has(key)) loggers.set(key, logger);
      const metric = metricOf(call);
      if (metric !== undefined && !metrics.has(key)) metrics.set(key, metric);
    }
  }
  const unresolved = [...metrics.values()].flatMap(({ name, place: { path, line } }) =>
    name === null ? [{ what: "a metric whose name is computed", path, line }] : [],
  );
  return { loggers: [...loggers.values()], metrics: [...metrics.values()], unresolved };
}
