import { backendOf } from "../../detection/backends";
import { layoutOf } from "../../detection/profile";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";

/** The code that a document is about. */
export interface Target {
  /** A folder or a file, relative to the workspace folder; empty for all of it. */
  readonly path: string;
  readonly isFile: boolean;
  /** Its Python files, tests left out. */
  readonly files: readonly string[];
  /** The one class of a file that it is about. */
  readonly class: string | undefined;
}

/**
 * The code at a path of the project: a folder, a file, or `file.py:ClassName`. A file with the routes of a feature stands for
 * all files of that feature.
 */
export function targetAt(path: string, code: CodeBase): Target | { readonly problem: string } {
  const [, plain = path, named] = /^(.*\.py):([\p{L}_][\p{L}\p{N}_]*)$/u.exec(path) ?? [];
  const own = plain.replace(/\/+$/, "");
  if (code.paths.includes(own)) {
    if (named !== undefined && code.run(own).definitions.get(`class ${named}`) === undefined) {
      return { problem: `There is no class “${named}” in ${own}.` };
    }
    const owner = backendOf(own, code);
    const feature = owner && layoutOf(owner, code).modules.find((one) => one.path === own);
    const isWhole = feature !== undefined && named === undefined;
    const files = isWhole ? [...new Set([own, ...feature.files])] : [own];
    return { path: own, isFile: !isWhole, files, class: named };
  }
  const files = code.paths.filter(
    (one) => (own === "" || own === "." || one.startsWith(`${own}/`)) && !isTestPath(one),
  );
  if (files.length === 0) {
    const isPython = own.endsWith(".py") || named !== undefined;
    return {
      problem: isPython
        ? `There is no file “${own}” among the Python files of the workspace folder.`
        : `There is no Python file below “${own}”. Name a module's folder, or a file of a service.`,
    };
  }
  return {
    path: own === "." ? "" : own,
    isFile: false,
    files: [...files].sort(),
    class: undefined,
  };
}
