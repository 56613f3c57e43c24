import type { CodeBase } from "../project/codeBase";
import { type Backend, backendOf, backendsOf } from "./backends";
import { tableBases } from "./declarativeBase";
import { errorStyle } from "./errorStyle";
import { detectedLayers } from "./layers";
import { layoutOf } from "./profile";
import { schemaStyle } from "./schemaStyle";
import { sessionAccess } from "./sessionAccess";
import { settingsAccess } from "./settingsAccess";
import { softDeleteColumn } from "./softDelete";
import { taskQueue } from "./taskQueue";
import { testLayout } from "./testLayout";
import { toolsOf } from "./tools";
import { versionsOf } from "./versions";

/**
 * What a code base says about how it is made, each answer with its reasons. Every part is computed when it is first
 * asked for, from the parts of `frameworks/backend`, and kept until what it was computed from changes.
 */
export const detection = {
  /** The applications in a repository, that with the most endpoints first. */
  backends: backendsOf,
  /** The backend that a file belongs to. */
  backendOf,
  /** Which files play which part. */
  layers: detectedLayers,
  /** The family of conventions, and the modules. */
  layout: layoutOf,
  /** The declarative base and mixins. */
  tableBases,
  /** The column that marks a row as deleted. */
  softDelete: softDeleteColumn,
  /** The base of schemas and the suffixes of their names. */
  schemaStyle,
  /** The settings class, and what gives an object of it. */
  settings: settingsAccess,
  /** The session dependency, its alias, the engines, and whether code waits for the database. */
  session: sessionAccess,
  tasks: taskQueue,
  errors: errorStyle,
  tests: testLayout,
  tools: toolsOf,
  versions: versionsOf,
} satisfies Readonly<
  Record<
    string,
    | ((code: CodeBase) => unknown)
    | ((backend: Backend, code: CodeBase) => unknown)
    | ((path: string, code: CodeBase) => unknown)
  >
>;
