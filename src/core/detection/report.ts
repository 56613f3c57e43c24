import { type LayerName, layerNames } from "../config/schema";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import type { Answer } from "./detected";
import { detection } from "./detection";
import { countedUnits } from "./layerNouns";

/** All that is detected of one backend, as plain data for people and tools. */
export interface BackendReport {
  readonly package: string | null;
  readonly sourceRoot: string;
  readonly applications: readonly string[];
  readonly reasons: readonly string[];
  /** Each answer by what it is of; its value is `null` where it cannot be told. */
  readonly answers: Readonly<Record<string, ReportedAnswer>>;
  readonly layers: Readonly<Record<LayerName, { readonly files: number; readonly reason: string }>>;
  readonly versions: readonly {
    readonly name: string;
    readonly version: string;
    readonly reason: string;
  }[];
}

export interface ReportedAnswer {
  readonly value: unknown;
  readonly reasons: readonly string[];
}

/** What is detected of each backend of a project, that with the most endpoints first. */
export function detectionReport(code: CodeBase): readonly BackendReport[] {
  return detection.backends(code).map((backend) => ({
    package: backend.package ?? null,
    sourceRoot: backend.root || ".",
    applications: [...new Set(backend.applications.map(({ path }) => path))],
    reasons: backend.reasons,
    answers: answersOf(backend, code),
    layers: layersOf(backend, code),
    versions: detection
      .versions(backend, code)
      .map(({ name, version, reason }) => ({ name, version, reason })),
  }));
}

function answersOf(backend: Backend, code: CodeBase): BackendReport["answers"] {
  const bases = detection.tableBases(backend, code);
  const session = detection.session(backend, code);
  const settings = detection.settings(backend, code);
  const tasks = detection.tasks(backend, code);
  const schemas = detection.schemaStyle(backend, code);
  const tools = detection.tools(backend, code);
  const all: Readonly<Record<string, Answer<unknown>>> = {
    profile: detection.layout(backend, code).profile,
    session: session.dependency,
    "session alias": session.alias,
    engines: session.engine,
    "database style": session.style,
    "declarative base": bases.base,
    mixin: bases.mixin,
    "soft delete": detection.softDelete(backend, code),
    "schema base": schemas.base,
    "schema suffixes": schemas.suffixes,
    "settings class": settings.class,
    "settings function": settings.function,
    "settings instance": settings.instance,
    "task queue": tasks.queue,
    "task location": tasks.location,
    errors: detection.errors(backend, code),
    tests: detection.tests(backend, code).folder,
    "package manager": tools.packageManager,
    "line length": tools.lineLength,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, { value, reasons }]) => [
      name,
      { value: value ?? null, reasons },
    ]),
  );
}

function layersOf(backend: Backend, code: CodeBase): BackendReport["layers"] {
  const layers = detection.layers(code);
  const entries = layerNames.map((layer) => {
    const files = layers.filesOf(layer).filter((path) => isBelow(path, backend.root));
    const [most] = files
      .flatMap((path) => layers.sharesOf(path).map((share) => ({ path, ...share })))
      .filter((share) => share.layer === layer)
      .sort((a, b) => b.units - a.units);
    const reason =
      most === undefined ? "no file plays this part" : `${most.path} holds ${countedUnits(most)}`;
    return [layer, { files: files.length, reason }] as const;
  });
  // One entry for each layer.
  return Object.fromEntries(entries) as BackendReport["layers"];
}
