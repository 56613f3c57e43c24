import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Project } from "../../core/project/project";
import { UsageError } from "../exit";

/** A path of the command line as the project names it. Throws a `UsageError` for one outside of it. */
export function pathIn({ root }: Project, path: string): string {
  const folder = fileURLToPath(root);
  const inside = relative(folder, resolve(path)).split(sep).join("/");
  if (inside.startsWith("..")) throw new UsageError(`${path}: is no part of ${folder}`);
  return inside;
}
