import type { CodeBase } from "../project/codeBase";
import { folderOf } from "../project/paths";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, tally, undetected } from "./detected";
import { layoutOf } from "./profile";

/** Where modules live and what they are made of. */
export interface ModuleShape {
  /** The folder that holds the module folders. */
  readonly root: Answer<string>;
  /** The files that most of them have, without `.py`. */
  readonly files: Answer<readonly string[]>;
}

/** The shape of a modular backend's modules. */
export function moduleShape(backend: Backend, code: CodeBase): ModuleShape {
  const { profile, modules } = layoutOf(backend, code);
  if (profile.value !== "modular") {
    const none = undetected("the code is not made of module folders");
    return { root: none, files: none };
  }
  const [most] = tally(modules.map(({ path }) => folderOf(path)));
  const below = most === undefined ? [] : modules.filter(({ path }) => isBelow(path, most[0]));
  const stems = modules.flatMap(({ path, files }) => [
    ...new Set(files.map((file) => stemOf(file.slice(path.length + 1)))),
  ]);
  const files = tally(stems).filter(([, count]) => count * 2 >= modules.length);
  return {
    root:
      most === undefined
        ? undetected("there are no modules")
        : detected(
            most[0],
            `${below.length} of ${counted(modules.length, "module folder")} are below it`,
          ),
    files: detected(
      files.map(([stem]) => stem),
      ...files.map(
        ([stem, count]) => `${stem} in ${count} of ${counted(modules.length, "module")}`,
      ),
    ),
  };
}

/** `schemas` of `schemas.py` and of `schemas/users.py` */
function stemOf(path: string): string {
  return (path.split("/")[0] ?? "").replace(/\.py$/, "");
}
