import type { Place } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import { inspectEndpoints, projectRouting } from "./endpoints";
import type { Inspection } from "./inspection";

/** What the analysis understands of a project. @param root the folder that its paths are relative to */
export function inspect(code: CodeBase, root: string): Inspection {
  const { unresolved } = projectRouting(code);
  return {
    version: "1",
    root,
    profile: { name: null, reasons: [] },
    modules: [],
    endpoints: inspectEndpoints(code),
    models: [],
    schemas: [],
    tasks: [],
    settings: [],
    dependencies: [],
    unresolved: unresolved.map(({ what, ...place }) => ({ what, ...inspectedPlace(place) })),
  };
}

/** A place as `inspect` reports it. */
export function inspectedPlace({ path, line }: Pick<Place, "path" | "line">) {
  return { file: path, line: line + 1 };
}
