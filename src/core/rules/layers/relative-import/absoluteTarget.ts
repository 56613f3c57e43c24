import type { CodeBase } from "../../../project/codeBase";
import { folderOf } from "../../../project/paths";
import type { ImportFrom } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import type { Range } from "../../../text/range";
import type { AnyRuleContext } from "../../rule";

/** What to write in place of the dots. */
interface AbsoluteTarget {
  readonly range: Range;
  readonly newText: string;
  /** Whether other files import the same package by its full name, so that it is known to work. */
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
  const [, before, lead, dots, trail] =
    /^(from)([\s\\]*)(\.[^]*?)([\s\\]*)\bimport\b/.exec(source) ??
    /^(from)([\s\\]*)(\.+)()import\b/.exec(source) ??
    [];
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

/** The first parts of all names that are imported by their full name anywhere in the project. */
function importedPackages(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "imported packages",
    () => new Set(code.paths.flatMap((path) => packagesImportedBy(path, code))),
    (a, b) => a.size === b.size && [...a].every((name) => b.has(name)),
  );
}

function packagesImportedBy(path: string, code: CodeBase): readonly string[] {
  return code.queries.get(
    `imported packages ${path}`,
    () => {
      const imports = code.factsOf(path)?.statements.flatMap((statement) => statement.imports);
      const absolute = imports?.filter(({ level }) => level === 0) ?? [];
      return [...new Set(absolute.map(({ module }) => module.split(".")[0] ?? module))];
    },
    (a, b) => a.length === b.length && a.every((name, index) => name === b[index]),
  );
}
