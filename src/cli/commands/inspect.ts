import { basename, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { inspect } from "../../core/inspect/inspect";
import type { Inspection } from "../../core/inspect/inspection";
import { exitCodes } from "../exit";
import { analysisOptions, openProject } from "../openProject";
import { inspectText } from "../output/inspectText";

const optionsSchema = analysisOptions.extend({ format: z.enum(["text", "json"]) });

/** `backend-spec inspect`. @returns the exit code, which is 0 whenever it could print */
export async function runInspect(path: string | undefined, given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const { project, root, paths } = await openProject(path === undefined ? [] : [path], options);
  const whole = inspect(project.code, root, project.unread);
  const folder = relative(fileURLToPath(project.root), root).split(sep).join("/");
  const [only = root] = paths;
  const found = ofFile(narrowed(whole, folder), only === root ? undefined : basename(only));
  const text =
    options.format === "json" ? `${JSON.stringify(found, undefined, 2)}\n` : inspectText(found);
  process.stdout.write(text);
  return exitCodes.clean;
}

/** What of an inspection stands in one file, where one was asked for. */
function ofFile(inspection: Inspection, name: string | undefined): Inspection {
  if (name === undefined) return inspection;
  const here = <T extends { readonly file: string }>(found: readonly T[]): T[] =>
    found.filter(({ file }) => file === name);
  return {
    ...inspection,
    modules: inspection.modules.filter(({ files }) => files.includes(name)),
    endpoints: here(inspection.endpoints),
    models: here(inspection.models),
    schemas: here(inspection.schemas),
    tasks: here(inspection.tasks),
    settings: here(inspection.settings),
    dependencies: here(inspection.dependencies),
    unresolved: here(inspection.unresolved),
  };
}

/**
 * What of an inspection lies below the folder that was asked for, with its paths relative to that folder.
 * @param folder that folder, relative to the project's
 */
function narrowed(inspection: Inspection, folder: string): Inspection {
  if (folder === "") return inspection;
  const below = <T extends { readonly file: string }>(found: readonly T[]): T[] =>
    found.flatMap((one) => {
      const file = within(folder, one.file);
      return file === undefined ? [] : [{ ...one, file }];
    });
  return {
    ...inspection,
    modules: inspection.modules.flatMap((one) => {
      const path = within(folder, one.path);
      if (path === undefined) return [];
      return [{ ...one, path, files: one.files.flatMap((file) => within(folder, file) ?? []) }];
    }),
    endpoints: below(inspection.endpoints),
    models: below(inspection.models),
    schemas: below(inspection.schemas),
    tasks: below(inspection.tasks),
    settings: below(inspection.settings),
    dependencies: below(inspection.dependencies),
    unresolved: below(inspection.unresolved),
  };
}

function within(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
