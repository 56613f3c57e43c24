import type { CodeBase } from "../../../project/codeBase";
import { folderOf } from "../../../project/paths";
import { isTestPath } from "../../../project/testPaths";
import type { ImportFrom } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import type { Range } from "../../../text/range";
import type { AnyRuleContext } from "../../rule";

/** What to write in place of the dots. */
interface AbsoluteTarget {
  readonly range: Range;
  readonly newText: string;
  /** Whether the package imports its own modules by this name elsewhere, so that it is known to run under it. */
  readonly isImportedSo: boolean;
}

/** The full name in the place of the dots; `undefined` where it is not known to lead to the same module. */
export function absoluteTarget(
  statement: ImportFrom,
  module: string,
  { file, code }: AnyRuleContext,
): AbsoluteTarget | undefined {
  if (module === "" || !leadsToSameModule(statement, module, file.path, code)) return undefined;
  const { document } = file;
  const whole = rangeOf(statement);
  const source = document.getText(whole);
  const match = /^(from)([\s\\]*)(\.[\s\S]*?)([\s\\]*)\bimport\b/.exec(source);
  const [, before, lead, dots, trail] = match ?? [];
  if (before === undefined || dots === undefined) return undefined;
  const start = document.offsetAt(whole.start) + before.length + (lead ?? "").length;
  const newText = `${lead ? "" : " "}${module}${trail ? "" : " "}`;
  const range = {
    start: document.positionAt(start),
    end: document.positionAt(start + dots.length),
  };
  const [first = ""] = module.split(".");
  return { range, newText, isImportedSo: importedPackages(code).has(first) };
}

/** Whether a full name gives, from this file, the module that the dots give by the folders. */
function leadsToSameModule(
  { level, module }: ImportFrom,
  name: string,
  path: string,
  code: CodeBase,
): boolean {
  let folder = folderOf(path);
  for (let up = 1; up < level; up++) {
    if (folder === "") return false;
    folder = folderOf(folder);
  }
  const place = [folder, ...(module?.split(".") ?? [])].filter((part) => part !== "").join("/");
  const found = code.resolve(name, path);
  if (found === null) return code.paths.some((other) => other.startsWith(`${place}/`));
  return found === `${place}.py` || found === `${place}/__init__.py`;
}

/** The packages that import their own modules by the full name somewhere. What tests do says nothing of how it is run. */
function importedPackages(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "packages that import themselves",
    () => new Set(code.paths.flatMap((path) => ownPackage(path, code) ?? [])),
    (a, b) => a.size === b.size && [...a].every((name) => b.has(name)),
  );
}

/** The top package of a module that imports it by name. */
function ownPackage(path: string, code: CodeBase): string | undefined {
  if (isTestPath(path)) return undefined;
  return code.queries.get(`own package imported by ${path}`, () => {
    const [own] = code.nameOf(path).name.split(".");
    const imports = code.outlineOf(path).flatMap((statement) => statement.imports);
    const isImported = imports.some(
      ({ level, module }) => level === 0 && module.split(".")[0] === own,
    );
    return isImported ? own : undefined;
  });
}
