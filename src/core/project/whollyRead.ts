import type { ImportFact } from "../python/facts/moduleFacts";
import type { CodeBase } from "./codeBase";
import { importedBy, moduleNamed } from "./importsReach";
import { isWellKnownModule } from "./layout/wellKnownModules";

/**
 * Whether all that a file's code leads to was read: it and the files that importing it brings with it are Python
 * throughout, and none of them imports a module of the project that is not there.
 * @param foldersAbove the names of the folders that lead to the project: a module named so lies outside of it
 */
export function isWhollyRead(
  path: string,
  code: CodeBase,
  foldersAbove: readonly string[],
): boolean {
  const isMissing = (one: ImportFact, from: string): boolean => {
    const name = moduleNamed(one, from, code);
    if (one.level > code.nameOf(from).name.split(".").length) return true;
    if (name === "" || code.resolve(name, from) !== undefined) return false;
    if (one.level > 0) return true;
    const [first = ""] = name.split(".");
    if (isWellKnownModule(first)) return false;
    return foldersAbove.includes(first) || code.resolve(first, from) !== undefined;
  };
  return [path, ...importedBy(path, code)].every(
    (one) =>
      code.factsOf(one)?.errors.length === 0 &&
      code
        .outlineOf(one)
        .every(({ imports }) => imports.every((imported) => !isMissing(imported, one))),
  );
}
