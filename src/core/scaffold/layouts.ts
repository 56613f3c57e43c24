import type { Names } from "./data/naming";
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

/** Where a profile's scaffolds put things that others refer to. */
export interface Layout {
  /** The file whose presence says that a table has a module that references can ask. */
  moduleFile(project: ProjectData, table: string): string;
  /** The files that have to know of a new module. */
  gatherings(project: ProjectData, module: Names): readonly GatheringFile[];
}

/** The folder of Alembic's revisions, in both profiles. */
export const revisionsFolder = "migrations/versions";

export const layouts: Readonly<Record<ProjectData["profile"], Layout>> = {
  modular: {
    moduleFile: ({ package: root }, table) => `${root}/modules/${table}/service.py`,
    gatherings: ({ package: root }, { name, className }) => {
      const router = `${name}_router`;
      return [
        {
          path: `${root}/api/v1/router.py`,
          lines: [
            {
              kind: "import",
              module: `${root}.modules.${name}.router`,
              name: "router",
              as: router,
            },
            { kind: "call", call: "api_router.include_router", argument: router },
          ],
        },
        {
          path: `${root}/db/models.py`,
          lines: [
            { kind: "import", module: `${root}.modules.${name}.models`, name: className },
            { kind: "listed", list: "__all__", value: className },
          ],
        },
      ];
    },
  },
  layered: {
    moduleFile: (_, table) => `app/models/${table}.py`,
    gatherings: (_, { name, className }) => [
      {
        path: "app/api/v1/router.py",
        lines: [
          { kind: "import", module: `app.api.v1.${name}`, name: "router", as: `${name}_router` },
          { kind: "call", call: "api_router.include_router", argument: `${name}_router` },
        ],
      },
      {
        path: "app/models/__init__.py",
        lines: [
          { kind: "import", module: `app.models.${name}`, name: className },
          { kind: "listed", list: "__all__", value: className },
        ],
      },
    ],
  },
};
