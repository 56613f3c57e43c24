import * as z from "zod";
import { isTestPath } from "../../../project/testPaths";
import { range } from "../../../text/range";
import { configFolder } from "../../configFolder";
import { defineRule, type RuleContext } from "../../rule";
import { type ModuleFolder, moduleFolders } from "../moduleFolders";
import { expectedFiles, missingFiles } from "./expectedFiles";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "extra" | "folder" | "missing">;

const start = range(0, 0, 0, 0);

/** See docs/rules/module-files.md. */
export const moduleFiles = defineRule({
  meta: {
    name: "module-files",
    summary: "Keep modules flat, and made of the same files",
    rationale:
      "Where every module has the same few files, everybody knows where to look, and a module that needs more is seen " +
      "to be two. Helpers, constants and exceptions that get files or folders of their own hide what a module does.",
    area: "layers",
    source:
      "Module structure, anti-patterns 1 and 2: no folders within modules, no files beyond the standard six",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      extra:
        "{file} is none of the files of a module ({files}): what it holds belongs into one of them, or outside {module}.",
      folder: "The module {module} holds the folder {folder}; modules are flat.",
      missing: "The module {module} has no {files}.",
    },
  },
  check(context) {
    const { file, code, config } = context;
    if (isTestPath(file.path)) return;
    for (const module of moduleFolders(code, config, configFolder(context))) {
      if (file.path.startsWith(`${module.path}/`)) checkFile(module, context);
    }
  },
});

function checkFile(module: ModuleFolder, context: Context): void {
  const { file, code, config, report } = context;
  const expected = expectedFiles(config);
  const inside = file.path.slice(module.path.length + 1);
  const [first = "", ...below] = inside.split("/");
  if (below.length > 0) {
    if (file.path !== firstFileOf(`${module.path}/${first}`, module)) return;
    report({
      message: "folder",
      data: { module: module.path, folder: first },
      range: start,
    });
  } else if (!expected.includes(first)) {
    const data = { file: first, files: expected.join(", "), module: module.path };
    report({ message: "extra", data, range: start });
  }
  if (file.path !== markerOf(module, expected)) return;
  const missing = missingFiles(module, expected, code);
  if (missing.length === 0) return;
  report({
    message: "missing",
    data: { module: module.path, files: missing.join(", ") },
    range: start,
  });
}

/** The file that stands for a folder. */
function firstFileOf(folder: string, { files }: ModuleFolder): string | undefined {
  const inside = files.filter((path) => path.startsWith(`${folder}/`));
  return inside.find((path) => path === `${folder}/__init__.py`) ?? inside[0];
}

/** The file that stands for a module: its `__init__.py`, else one that it should not have, else its first. */
function markerOf({ path, files }: ModuleFolder, expected: readonly string[]): string | undefined {
  const own = files.filter((file) => !file.slice(path.length + 1).includes("/"));
  return (
    own.find((file) => file === `${path}/__init__.py`) ??
    own.find((file) => !expected.includes(file.slice(path.length + 1))) ??
    own[0]
  );
}
