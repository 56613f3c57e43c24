import { backend } from "../frameworks/backend";
import type { Routing } from "../frameworks/fastapi/endpoints";
import type { CodeBase } from "../project/codeBase";
import { counted, isSameAnswer, tally } from "./detected";

/** A part of a repository that is an application of its own. */
export interface Backend {
  /** The dotted name of the application's package; `undefined` where its modules stand side by side. */
  readonly package: string | undefined;
  /** The folder that imports start from. */
  readonly root: string;
  /** The package's folder; the root where there is no package. */
  readonly folder: string;
  /** Where the application objects are made, that with the most endpoints first. */
  readonly applications: readonly { readonly path: string; readonly line: number }[];
  readonly endpoints: number;
  readonly reasons: readonly string[];
}

/** The backends of a repository, that with the most endpoints first. Applications without any endpoint count if there is no other. */
export function backendsOf(code: CodeBase): readonly Backend[] {
  return code.queries.get(
    "detected backends",
    () => {
      const found = grouped(backend.routing(code), code);
      const serving = found.filter(({ endpoints }) => endpoints > 0);
      return (serving.length > 0 ? serving : found).sort((a, b) => b.endpoints - a.endpoints);
    },
    isSameAnswer,
  );
}

/**
 * The backend that a file belongs to: the one whose package it is in, else the one whose source root it is below; the
 * only one has all files.
 */
export function backendOf(path: string, code: CodeBase): Backend | undefined {
  const all = backendsOf(code);
  const [first] = all;
  if (all.length <= 1) return first;
  return nearest(all, path, ({ folder }) => folder) ?? nearest(all, path, ({ root }) => root);
}

/** Whether a path is a folder or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

function nearest(
  all: readonly Backend[],
  path: string,
  folderOf: (one: Backend) => string,
): Backend | undefined {
  const holding = all.filter((one) => isBelow(path, folderOf(one)));
  return holding.sort((a, b) => folderOf(b).length - folderOf(a).length)[0];
}

function grouped(routing: Routing, code: CodeBase): Backend[] {
  const byFolder = new Map<string, Backend>();
  // What is mounted is served by the application that it is mounted on, and is one of its own all the same.
  const all = [...routing.applications, ...routing.endpoints.map((one) => one.application)];
  const sizes = new Map(
    [...new Map(all.map((application) => [application.value, application])).values()].map(
      (application) => [
        application,
        routing.endpoints.filter((one) => one.application.value === application.value),
      ],
    ),
  );
  const sorted = [...sizes].sort((a, b) => b[1].length - a[1].length);
  for (const [application, endpoints] of sorted) {
    const { path, line } = application.call.place;
    const { root, name, isPackage } = code.nameOf(path);
    const handlers = endpoints.map(({ handler }) => handler.path);
    const own = isPackage || name.includes(".") ? packageOf(name) : busiest(handlers, root, code);
    const folder = [root, ...(own ?? "").split(".")].filter((part) => part !== "").join("/");
    const before = byFolder.get(folder);
    const count = (before?.endpoints ?? 0) + endpoints.length;
    const applications = [...(before?.applications ?? []), { path, line }];
    const made = applications[0] ?? { path, line };
    byFolder.set(folder, {
      package: own,
      root,
      folder,
      applications,
      endpoints: count,
      reasons: [
        `${made.path} makes ${applications.length > 1 ? "one of its applications" : "its application"}`,
        `it serves ${counted(count, "endpoint")}`,
      ],
    });
  }
  return [...byFolder.values()];
}

/** The package below a root that most endpoints are in. */
function busiest(paths: readonly string[], root: string, code: CodeBase): string | undefined {
  const names = paths.map((path) => code.nameOf(path)).filter((one) => one.root === root);
  const packages = names.flatMap(({ name, isPackage }) => {
    return isPackage || name.includes(".") ? [packageOf(name)] : [];
  });
  return tally(packages)[0]?.[0];
}

/** The outermost package of a module; a `src` that is imported by that name only holds one. */
function packageOf(name: string): string {
  const [first = "", second] = name.split(".");
  return first === "src" && second !== undefined ? `${first}.${second}` : first;
}
