import type { Names } from "./data/naming";
import { importNames, modulePlaces, projectPlaces } from "./data/places";
import type { ProjectData } from "./data/projectData";

/** A line that a gathering file needs for a module. */
export type Gathered =
  /** `from <module> import <name>`, or `… as <as>`. */
  | {
      readonly kind: "import";
      readonly module: string;
      readonly name: string;
      readonly as?: string;
    }
  /** `<call>(<argument>)` at the top level, beside its siblings: `api_router.include_router(orders_router)`. */
  | { readonly kind: "call"; readonly call: string; readonly argument: string }
  /** A text in a list: `"Order"` in `__all__`. */
  | { readonly kind: "listed"; readonly list: string; readonly value: string };

/** A file that gathers something of every module. */
export interface GatheringFile {
  readonly path: string;
  readonly lines: readonly Gathered[];
}

/** The folder of Alembic's revisions, in both profiles. */
export const revisionsFolder = "migrations/versions";

/** The files that have to know of a new module. */
export function gatherings(project: ProjectData, module: Names): readonly GatheringFile[] {
  const files = projectPlaces(project);
  const at = importNames({ ...files, ...modulePlaces(project, module) });
  const { name, className } = module;
  const router = `${name}_router`;
  return [
    {
      path: `${files.router}.py`,
      lines: [
        { kind: "import", module: at.moduleRouter, name: "router", as: router },
        { kind: "call", call: "api_router.include_router", argument: router },
      ],
    },
    {
      path: `${files.allModels}.py`,
      lines: [
        { kind: "import", module: at.models, name: className },
        { kind: "listed", list: "__all__", value: className },
      ],
    },
  ];
}
